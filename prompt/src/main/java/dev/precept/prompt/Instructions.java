package dev.precept.prompt;

import dev.precept.prompt.AnswerContract.Category;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The policy as a model reads it: the Markdown without its front matter, then how to answer.
public final class Instructions {

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\\R.*?\\R---[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
    private static final String ANSWER =
            """


            # Answer

            Answer with one line of JSON and nothing else. Its members are these, in this order, whatever \
            other format is named above:
            %s
            - violation: 1 if the content violates the policy, 0 if it is safe.
            - rule_ids: the deciding rules, the strongest first, at most %d; for safe content the rules that \
            allow it, or none.
            """;
    private static final String RATIONALE =
            "- rationale: one short sentence for a reviewer, without quoting the content.";

    private Instructions() {}

    /// Policy and answer, as they stand in the developer message.
    ///
    /// @param document the whole document
    public static String of(String document, AnswerContract contract) {
        return policy(document) + answer(contract);
    }

    /// The Markdown without its front matter.
    public static String policy(String document) {
        return FRONT_MATTER.matcher(document).replaceFirst("").strip();
    }

    /// How to answer; it stands right behind the policy.
    public static String answer(AnswerContract contract) {
        var text =
                new StringBuilder(ANSWER.formatted(example(contract), AnswerContract.MOST_RULES));
        if (!contract.categories().isEmpty()) {
            text.append("- policy_category: ")
                    .append(
                            contract.categories().stream()
                                    .map(Instructions::described)
                                    .collect(Collectors.joining(", ")))
                    .append("; null for safe content.\n");
        }
        return text.append(RATIONALE).toString();
    }

    private static String example(AnswerContract contract) {
        String rules =
                contract.violating().stream()
                        .limit(1)
                        .map(Instructions::quoted)
                        .collect(Collectors.joining());
        String category =
                contract.categories().stream()
                        .sorted(Comparator.comparing(carries(contract)).reversed())
                        .limit(1)
                        .map(first -> ",\"policy_category\":" + quoted(first.label()))
                        .collect(Collectors.joining());
        return "{\"violation\":1,\"rule_ids\":["
                + rules
                + "]"
                + category
                + ",\"rationale\":\"one short sentence\"}";
    }

    /// Puts the label of the example's rule first.
    private static Function<Category, Boolean> carries(AnswerContract contract) {
        return category ->
                contract.violating().stream().limit(1).anyMatch(category.rules()::contains);
    }

    private static String described(Category category) {
        return category.label() + " (" + String.join(", ", category.rules()) + ")";
    }

    /// Of a text as a JSON string.
    static int bytes(String text) {
        return quoted(text).getBytes(StandardCharsets.UTF_8).length;
    }

    static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
