package dev.precept.registry.policy;

import dev.precept.contracts.policy.Rule;
import dev.precept.registry.policy.document.PolicyDocument;
import dev.precept.registry.policy.document.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/// Changes one rule in the text of a policy and leaves every other line as it is.
public final class RuleEdit {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,6})");

    /// What stands before a rule's text; `%s` is its id.
    private static final String HEAD =
            "(\\s*(?:[-*+]|[0-9]{1,9}[.)])\\s+(?:\\*\\*|__)%s(?:\\*\\*|__)(?:[:\u2013\u2014-])?)(?:\\s.*)?";

    private final PolicyDocument document;

    private RuleEdit(PolicyDocument document) {
        this.document = document;
    }

    /// A text with one rule changed.
    ///
    /// @param rule as it stands in the text
    public record Edited(String text, Rule rule) {}

    public static RuleEdit of(String text) {
        return new RuleEdit(PolicyParser.parse(text));
    }

    /// @param text plain words; whatever looks like Markdown in them stays text
    /// @return nothing if there is no such rule, or the text cannot stand there
    public Optional<Edited> reword(String id, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return index(id).stream().boxed().findFirst().flatMap(index -> reworded(index, text));
    }

    /// Behind the last rule of the side, under the next free id.
    ///
    /// @return nothing if the side has no rule yet, whose style it could follow
    public Optional<Edited> add(Rule.Side side, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return last(side).flatMap(last -> added(last, text));
    }

    /// Ids of the rules that [#reword] can change.
    public List<String> rewordable() {
        return document.rules().stream()
                .filter(rule -> head(rule).isPresent())
                .map(Rule::id)
                .distinct()
                .toList();
    }

    /// The sides that [#add] can add to.
    public List<Rule.Side> extensible() {
        return Stream.of(Rule.Side.values())
                .filter(side ->
                        last(side)
                                .map(document.rules()::get)
                                .filter(rule -> head(rule).isPresent() && nextId(rule).isPresent())
                                .isPresent())
                .toList();
    }

    private Optional<Integer> last(Rule.Side side) {
        return IntStream.range(0, document.rules().size())
                .filter(index -> document.rules().get(index).side() == side)
                .boxed()
                .reduce((_, later) -> later);
    }

    private OptionalInt index(String id) {
        return IntStream.range(0, document.rules().size())
                .filter(index -> document.rules().get(index).id().equals(id))
                .findFirst();
    }

    private Optional<Edited> reworded(int index, String text) {
        var rule = document.rules().get(index);
        return head(rule)
                .map(head -> {
                    var lines = new ArrayList<>(document.lines());
                    lines.subList(rule.line() - 1, document.ruleEnds().get(index)).clear();
                    lines.add(rule.line() - 1, head + " " + escaped(text));
                    return lines;
                })
                .flatMap(lines -> checked(lines, index, rule.id(), 0));
    }

    private Optional<Edited> added(int last, String text) {
        var rule = document.rules().get(last);
        int end = document.ruleEnds().get(last);
        var head = head(rule);
        var id = nextId(rule);
        if (head.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        var lines = new ArrayList<>(document.lines());
        lines.add(end, head.get().replace(rule.id(), id.get()) + " " + escaped(text));
        return checked(lines, last + 1, id.get(), 1);
    }

    private Optional<String> head(Rule rule) {
        var line = document.lines().get(rule.line() - 1);
        var head = Pattern.compile(HEAD.formatted(Pattern.quote(rule.id()))).matcher(line);
        return head.matches() ? Optional.of(head.group(1)) : Optional.empty();
    }

    /// One above the highest number that any rule with the same letters has or had.
    private Optional<String> nextId(Rule like) {
        var parts = NUMBERED.matcher(like.id());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var letters = parts.group(1);
        int highest =
                Stream.concat(
                                document.rules().stream().map(Rule::id),
                                document.frontMatter().replaced().stream().map(each -> each.id()))
                        .map(NUMBERED::matcher)
                        .filter(matcher -> matcher.matches() && matcher.group(1).equals(letters))
                        .mapToInt(matcher -> Integer.parseInt(matcher.group(2)))
                        .max()
                        .orElse(0);
        return Optional.of(letters + (highest + 1));
    }

    /// The new text, if reading it gives the rules of the old one but for the one that was meant.
    private Optional<Edited> checked(List<String> lines, int index, String id, int more) {
        var read = PolicyParser.parse(String.join("\n", lines));
        if (read.rules().size() != document.rules().size() + more
                || !others(read, index).equals(others(document, more == 1 ? -1 : index))
                || !read.rules().get(index).id().equals(id)
                || !read.examples().stream()
                        .map(example -> example.text())
                        .toList()
                        .equals(document.examples().stream().map(each -> each.text()).toList())) {
            return Optional.empty();
        }
        return Optional.of(new Edited(read.text(), read.rules().get(index)));
    }

    /// All rules but one, wherever they stand.
    private static List<Rule> others(PolicyDocument document, int but) {
        return IntStream.range(0, document.rules().size())
                .filter(index -> index != but)
                .mapToObj(index -> document.rules().get(index))
                .map(rule -> new Rule(rule.id(), rule.side(), rule.text(), 0))
                .toList();
    }

    private static String escaped(String text) {
        var paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        return MarkdownRenderer.builder().build().render(paragraph).strip();
    }
}
