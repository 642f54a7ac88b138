package dev.precept.prompt;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What an answer under a policy may say: equal contracts share one grammar.
///
/// The answer is one line of JSON without spaces between its members:
/// `{"violation":1,"rule_ids":["SP1"],"policy_category":"spam","rationale":"…"}`. `violation` comes
/// first, so that one token decides; `policy_category` is left out if the policy has no labels.
///
/// @param violating ids of the rules that content can break
/// @param safe ids of the rules that allow content
/// @param categories the labels, in alphabetical order
public record AnswerContract(List<String> violating, List<String> safe, List<Category> categories) {

    /// How many rules an answer may cite.
    public static final int MOST_RULES = 4;

    /// Bytes of rationale after which the grammar closes it, at the end of a character.
    public static final int RATIONALE_BYTES = 320;

    /// More than the bytes of all names and brackets, a last character and the end of the answer.
    private static final int FRAME = 100;

    /// A label with the rules that carry it.
    public record Category(String label, List<String> rules) {

        public Category {
            rules = List.copyOf(rules);
        }
    }

    public AnswerContract {
        violating = List.copyOf(violating);
        safe = List.copyOf(safe);
        categories = List.copyOf(categories);
    }

    /// @param violating and `safe`: ids in the order of the document; one that stands twice counts
    ///   once
    public static AnswerContract of(
            List<String> violating, List<String> safe, Map<String, List<String>> labels) {
        return new AnswerContract(
                violating.stream().distinct().toList(),
                safe.stream().distinct().toList(),
                new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(label -> new Category(label.getKey(), label.getValue()))
                                .toList());
    }

    /// How many bytes an answer has at most, and so how many tokens.
    public int mostBytes() {
        int rule =
                Stream.concat(violating.stream(), safe.stream())
                        .mapToInt(Instructions::bytes)
                        .max()
                        .orElse(0);
        int label =
                categories.stream()
                        .mapToInt(one -> Instructions.bytes(one.label()))
                        .max()
                        .orElse(0);
        return FRAME + MOST_RULES * (rule + 1) + label + RATIONALE_BYTES;
    }
}
