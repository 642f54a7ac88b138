package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.Example;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.Rule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What was read from a policy's text. The text stays the truth.
///
/// @param body the Markdown after the front matter: what a model reads
/// @param findings what could not be read
public record PolicyDocument(
        String text,
        String body,
        FrontMatter frontMatter,
        List<Section> sections,
        List<Rule> rules,
        List<Example> examples,
        List<LintReport.Finding> findings) {

    /// The longest text, in characters.
    public static final int MAX_CHARACTERS = 256 * 1024;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

    public PolicyDocument {
        sections = List.copyOf(sections);
        rules = List.copyOf(rules);
        examples = List.copyOf(examples);
        findings = List.copyOf(findings);
    }

    /// The line that the body starts on, from 1.
    int bodyLine() {
        return (int) (lineEnds(text) - lineEnds(body)) + 1;
    }

    private static long lineEnds(String text) {
        return LINE_END.matcher(text).results().count();
    }

    Optional<Section> section(String name) {
        return sections.stream().filter(section -> section.is(name)).findFirst();
    }

    /// A part of the document under a second-level heading.
    ///
    /// @param line of the heading, from 1
    /// @param prose its text without list items
    record Section(String heading, int line, String prose) {

        boolean is(String name) {
            return heading.strip().equalsIgnoreCase(name);
        }
    }
}
