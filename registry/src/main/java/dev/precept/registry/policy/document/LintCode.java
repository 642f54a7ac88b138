package dev.precept.registry.policy.document;

import static dev.precept.contracts.policy.LintReport.Severity.ADVICE;
import static dev.precept.contracts.policy.LintReport.Severity.ERROR;
import static dev.precept.contracts.policy.LintReport.Severity.WARNING;

import dev.precept.contracts.policy.LintReport.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Everything that can be found in a document, and why it matters. Where a rule, a label or a
/// setting would get lost, no organisation may lower it.
public enum LintCode {
    FRONT_MATTER_MISSING(ERROR, true, "Without settings no rule has a label."),
    FRONT_MATTER_YAML(ERROR, true, "Settings that cannot be read would be guessed."),
    FRONT_MATTER_SHAPE(ERROR, true, "A setting of another shape would be guessed."),
    FRONT_MATTER_KEY(ERROR, true, "A setting that is misspelt would silently do nothing."),
    FRONT_MATTER_TWICE(ERROR, true, "Which of the two holds would be chance."),
    EFFORT(ERROR, true, "Effort decides how long a model thinks."),
    THRESHOLD(ERROR, true, "Thresholds decide what a person sees."),
    OUTPUT_FORMAT(ERROR, true, "Answers are read as JSON only."),
    REPLACED_FORM(ERROR, true, "Cases that cite an id that is gone must know where it went."),
    REPLACED_RULE(ERROR, true, "Cases would be sent to a rule that does not exist."),
    LABELS_MISSING(ERROR, true, "A verdict without a label cannot be acted on."),
    LABEL_NAME(ERROR, true, "Labels are part of addresses and answers."),
    LABEL_RULE(ERROR, true, "The label would stand for a rule that does not exist."),
    LABEL_EMPTY(WARNING, false, "Nothing can ever get this label."),
    RULE_UNLABELLED(ERROR, true, "Content that breaks this rule would get no label."),
    SECTION_MISSING(ERROR, false, "Models were trained on policies that have this section."),
    SECTION_ADVISED(WARNING, false, "Models judge the boundary better with this section."),
    SECTION_TWICE(WARNING, false, "People read one of the two and miss the other."),
    SECTION_ORDER(WARNING, false, "Models were trained on policies in the guide's order."),
    RULES_MISSING(ERROR, true, "A model needs a rule to cite for either outcome."),
    RULE_ID(ERROR, true, "A rule without an id cannot be cited, so it is lost."),
    RULE_EMPTY(ERROR, true, "A rule that says nothing matches anything."),
    RULE_TWICE(ERROR, true, "A verdict that cites the id could mean either rule."),
    RULE_UNREAD(ERROR, true, "A rule that is not read as one is lost silently."),
    EXAMPLE_HEAD(ERROR, false, "An example without its outcome teaches nothing."),
    EXAMPLE_EMPTY(ERROR, false, "An example without text teaches nothing."),
    EXAMPLE_RULE(ERROR, false, "An example of a rule that is not there teaches a wrong citation."),
    EXAMPLES_FEW(WARNING, false, "The guide advises 4 to 6 examples near the boundary."),
    EXAMPLES_MANY(ADVICE, false, "Past 6 examples for a label, models copy instead of judging."),
    EXAMPLES_ONE_SIDED(WARNING, false, "Examples of one side only pull verdicts to that side."),
    VAGUE_WORD(WARNING, false, "A word that leaves the decision open is decided by chance."),
    PRECEDENCE_MISSING(ADVICE, false, "Content often fits rules of both sides; one must win."),
    ESCALATION_MISSING(ADVICE, false, "A model that may not doubt guesses."),
    FORMAT_UNSTATED(
            ADVICE,
            false,
            "The guide advises to state the format near the top and again before the content;"
                    + " Precept itself writes the second, in the section Answer."),
    FORMAT_CONTRADICTS(
            WARNING,
            false,
            "Precept ends every prompt with its own form of answer; two forms confuse a model."),
    TOO_LONG(WARNING, false, "Models lose rules in texts this long."),
    LENGTH(ADVICE, false, "400 to 600 tokens serve a model best; 300 to 600 for each label.");

    private final Severity severity;
    private final boolean fixed;
    private final String why;

    LintCode(Severity severity, boolean fixed, String why) {
        this.severity = severity;
        this.fixed = fixed;
        this.why = why;
    }

    /// Where nobody has changed it.
    public Severity severity() {
        return severity;
    }

    /// Whether no organisation may change its severity.
    public boolean fixed() {
        return fixed;
    }

    public String why() {
        return why;
    }

    /// The code as the wire shows it, for example `rule-twice`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LintCode> of(String wireName) {
        return Arrays.stream(values()).filter(code -> code.wireName().equals(wireName)).findFirst();
    }
}
