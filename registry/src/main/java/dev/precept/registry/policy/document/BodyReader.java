package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.Example;
import dev.precept.contracts.policy.Rule;
import dev.precept.registry.policy.document.PolicyDocument.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads the Markdown body: sections by second-level headings, rules and examples by the strong
/// text that their list items start with.
public final class BodyReader {

    private static final Pattern RULE_ID =
            Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z]+)?[0-9]+(\\.[a-z0-9]+)*");
    private static final int MAX_RULE_ID = 32;
    private static final Pattern EXAMPLE_HEAD = Pattern.compile("(VIOLATES|SAFE)\\s+(\\S+)");

    private static final Pattern AFTER_HEAD = Pattern.compile("^[:\u2013\u2014-]\\s+");

    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .maxOpenBlockParsers(32)
                    .build();

    private final Findings findings;
    private final int firstLine;
    private final List<Section> sections = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Integer> ruleEnds = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();

    /// @param linesBefore lines of the document before the body
    BodyReader(Findings findings, int linesBefore) {
        this.findings = findings;
        this.firstLine = linesBefore + 1;
    }

    List<Section> sections() {
        return sections;
    }

    List<Rule> rules() {
        return rules;
    }

    List<Integer> ruleEnds() {
        return ruleEnds;
    }

    List<Example> examples() {
        return examples;
    }

    /// Whether this can name a rule. Bounded before it is matched: the pattern's time grows with
    /// the square of the length.
    public static boolean isRuleId(String text) {
        return text.length() <= MAX_RULE_ID && RULE_ID.matcher(text).matches();
    }

    void read(String body) {
        var heading = "";
        int headingLine = firstLine;
        var prose = new StringBuilder();
        for (Node node : children(PARSER.parse(body))) {
            if (node instanceof Heading next && next.getLevel() <= 2) {
                close(heading, headingLine, prose);
                heading = next.getLevel() == 2 ? PlainText.of(next) : "";
                headingLine = line(next);
            } else if (node instanceof ListBlock list) {
                readList(heading, list);
            } else {
                prose.append(PlainText.of(node)).append('\n');
            }
        }
        close(heading, headingLine, prose);
    }

    private void close(String heading, int line, StringBuilder prose) {
        if (!heading.isEmpty()) {
            sections.add(new Section(heading, line, prose.toString()));
        }
        prose.setLength(0);
    }

    private void readList(String heading, ListBlock list) {
        for (Node item : children(list)) {
            switch (heading.strip().toLowerCase(Locale.ROOT)) {
                case "violates" -> readRule(item, Rule.Side.VIOLATES);
                case "safe" -> readRule(item, Rule.Side.SAFE);
                case "examples" -> readExample(item);
                default -> {}
            }
        }
    }

    private void readRule(Node item, Rule.Side side) {
        var head = head(item);
        if (head.isEmpty() || !isRuleId(head.get())) {
            findings.add(
                    line(item),
                    LintCode.RULE_ID,
                    "This rule does not start with its id.",
                    "Start it with capitals and a number in bold, for example **SP1** or **SP-A1**; at most 32 characters.");
            return;
        }
        var text = textAfterHead(item);
        if (text.isEmpty()) {
            findings.add(
                    line(item),
                    LintCode.RULE_EMPTY,
                    "The rule " + head.get() + " says nothing.",
                    "Write after its id what it forbids or allows.");
        }
        rules.add(new Rule(head.get(), side, text, line(item.getFirstChild())));
        ruleEnds.add(item.getSourceSpans().getLast().getLineIndex() + firstLine);
    }

    private void readExample(Node item) {
        var head = head(item).map(EXAMPLE_HEAD::matcher).filter(matcher -> matcher.matches());
        if (head.isEmpty()) {
            findings.add(
                    line(item),
                    LintCode.EXAMPLE_HEAD,
                    "This example does not say what it shows.",
                    "Start it with **VIOLATES SP1** or **SAFE SP-A1**, then the text.");
            return;
        }
        var text = unquoted(textAfterHead(item));
        if (text.isEmpty()) {
            findings.add(
                    line(item),
                    LintCode.EXAMPLE_EMPTY,
                    "The example has no text.",
                    "Write it in quotes.");
            return;
        }
        var side = Rule.Side.valueOf(head.get().group(1));
        examples.add(new Example(side, head.get().group(2), text, line(item)));
    }

    private static Optional<String> head(Node item) {
        return item.getFirstChild() instanceof Paragraph paragraph
                        && paragraph.getFirstChild() instanceof StrongEmphasis strong
                ? Optional.of(PlainText.of(strong))
                : Optional.empty();
    }

    private static String textAfterHead(Node item) {
        var paragraph = item.getFirstChild();
        var text = PlainText.after(paragraph.getFirstChild()) + " " + PlainText.after(paragraph);
        return AFTER_HEAD.matcher(text.strip()).replaceFirst("");
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    private int line(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty() ? firstLine : spans.getFirst().getLineIndex() + firstLine;
    }

    private static List<Node> children(Node parent) {
        var children = new ArrayList<Node>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }
}
