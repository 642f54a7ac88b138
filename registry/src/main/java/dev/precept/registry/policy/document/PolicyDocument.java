package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.Example;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.List;
import java.util.Optional;

/// What was read from a policy's text. The text stays the truth.
///
/// @param body the Markdown after the front matter: what a model reads
/// @param lines of the whole text, without line ends
/// @param ruleEnds the last line of each of the `rules`, from 1
/// @param findings what could not be read
public record PolicyDocument(
        String text,
        String body,
        List<String> lines,
        FrontMatter frontMatter,
        List<Section> sections,
        List<Rule> rules,
        List<Integer> ruleEnds,
        List<Example> examples,
        List<LintReport.Finding> findings) {

    /// The longest text, in characters.
    public static final int MAX_CHARACTERS = 256 * 1024;

    public PolicyDocument {
        lines = List.copyOf(lines);
        sections = List.copyOf(sections);
        rules = List.copyOf(rules);
        ruleEnds = List.copyOf(ruleEnds);
        examples = List.copyOf(examples);
        findings = List.copyOf(findings);
    }

    /// @throws PreceptException `content-too-large`
    public static void requireSize(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new PreceptException(
                    ErrorCode.CONTENT_TOO_LARGE,
                    "The text has %,d characters; a policy has at most %,d. Split it."
                            .formatted(text.length(), MAX_CHARACTERS));
        }
    }

    /// The line that the body starts on, from 1.
    public int bodyLine() {
        return lines.size() - (int) body.chars().filter(end -> end == '\n').count();
    }

    /// The last line of a section.
    public int end(Section section) {
        return sections.stream()
                .filter(next -> next.line() > section.line())
                .findFirst()
                .map(next -> next.line() - 1)
                .orElse(lines.size());
    }

    /// The lines of a section under its heading.
    public List<String> lines(Section section) {
        return lines.subList(section.line(), end(section));
    }

    public Optional<Section> section(String name) {
        return sections.stream().filter(section -> section.is(name)).findFirst();
    }

    /// A part of the document under a second-level heading.
    ///
    /// @param line of the heading, from 1
    /// @param prose its text without list items
    public record Section(String heading, int line, String prose) {

        public boolean is(String name) {
            return heading.strip().equalsIgnoreCase(name);
        }
    }
}
