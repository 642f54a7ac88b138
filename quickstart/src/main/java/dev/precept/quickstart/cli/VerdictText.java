package dev.precept.quickstart.cli;

import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.quickstart.supervisor.Screen;
import java.util.List;

/// Verdicts as a person reads them at a terminal: outcome, the rules with their text, rationale.
final class VerdictText {

    private final Screen screen;
    private final RuleTexts rules;

    VerdictText(Screen screen, RuleTexts rules) {
        this.screen = screen;
        this.rules = rules;
    }

    void print(Classification classification) throws java.io.IOException, InterruptedException {
        for (var verdict : classification.verdicts()) {
            print(verdict);
        }
        for (var job : classification.outstanding()) {
            screen.line(
                    "%s  %s: no verdict yet (%s)%s"
                            .formatted(
                                    screen.paint(Screen.Colour.YELLOW, "PENDING"),
                                    job.policyVersion(),
                                    job.status(),
                                    job.reason() == null ? "" : ": " + job.reason()));
        }
    }

    private void print(Verdict verdict) throws java.io.IOException, InterruptedException {
        screen.line(
                "%s  %s  confidence %.2f%s%s"
                        .formatted(
                                screen.paint(
                                        colour(verdict.outcome()), verdict.outcome().toString()),
                                verdict.policyVersion(),
                                verdict.confidence().value(),
                                verdict.labels().isEmpty()
                                        ? ""
                                        : "  " + String.join(", ", verdict.labels()),
                                verdict.truncated() ? "  (truncated)" : ""));
        var known =
                verdict.ruleIds().isEmpty() ? List.<Rule>of() : rules.of(verdict.policyVersion());
        for (var id : verdict.ruleIds()) {
            var text =
                    known.stream()
                            .filter(rule -> rule.id().equals(id))
                            .map(Rule::text)
                            .findFirst()
                            .orElse("");
            screen.line("  " + screen.paint(Screen.Colour.BOLD, id) + " " + text);
        }
        screen.line("  " + verdict.rationale());
    }

    private static Screen.Colour colour(Outcome outcome) {
        return switch (outcome) {
            case VIOLATES -> Screen.Colour.RED;
            case SAFE -> Screen.Colour.GREEN;
            case UNDETERMINED -> Screen.Colour.YELLOW;
        };
    }

    /// Finds the rules of a policy version.
    interface RuleTexts {
        List<Rule> of(dev.precept.contracts.policy.PolicyVersionRef version)
                throws java.io.IOException, InterruptedException;
    }
}
