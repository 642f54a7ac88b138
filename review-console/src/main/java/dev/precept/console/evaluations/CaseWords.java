package dev.precept.console.evaluations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.content.SensitiveLine;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.evaluation.EvaluationCase.Result;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.verdict.Outcome;
import java.util.Locale;

/// Cases in words and marks, alike wherever they are listed.
final class CaseWords {

    private CaseWords() {}

    /// For example `Expected [Violates] [SP2] [Protected]`.
    static Div expectation(GoldenExpectation expected, boolean guarded, boolean replay) {
        var line =
                new Div(
                        new Span(replay ? "Said at the time" : "Expected"),
                        VerdictBadges.outcome(expected.outcome()));
        line.addClassName("badges");
        if (expected.ruleId() != null) {
            line.add(VerdictBadges.rule(expected.ruleId()));
        }
        if (guarded) {
            line.add(VerdictBadges.plain("Protected"));
        }
        return line;
    }

    /// One outcome, and what it became.
    static Div way(Outcome from, Outcome to) {
        var way = new Div(VerdictBadges.outcome(from), new Span("→"), VerdictBadges.outcome(to));
        way.addClassNames("badges", "flip-way");
        return way;
    }

    /// A content, blurred, and whether it is protected.
    static Div content(Content content, boolean guarded) {
        var cell = new Div(new SensitiveLine(content));
        cell.addClassName("two-lines");
        if (guarded) {
            var mark = new Span("Protected");
            mark.addClassName("muted");
            cell.add(mark);
        }
        return cell;
    }

    static Button open(int position, Runnable opening) {
        var open = new Button("Open", _ -> opening.run());
        open.setAriaLabel("Open case " + position);
        open.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return open;
    }

    static String result(Result result, boolean replay) {
        return switch (result) {
            case RIGHT -> replay ? "Unchanged" : "Right";
            case WRONG -> replay ? "Changed" : "Wrong";
            case FAILED -> "No verdict";
        };
    }

    /// @param tag as reports name it, `und` where it is not known
    static String language(String tag) {
        return tag.equals("und")
                ? "Not known"
                : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }
}
