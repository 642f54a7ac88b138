package dev.precept.console.policies;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.LintReport.Finding;
import java.util.Locale;
import java.util.function.IntConsumer;

/// What the linter says: one finding a row, the line first.
class LintPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient IntConsumer jump;

    LintPanel(LintReport report) {
        this(report, line -> {});
    }

    /// @param jump goes to a line, counted from 1
    LintPanel(LintReport report, IntConsumer jump) {
        this.jump = jump;
        addClassName("lint");
        show(report);
    }

    void show(LintReport report) {
        removeAll();
        var errors =
                report.findings().stream()
                        .filter(finding -> finding.severity() == LintReport.Severity.ERROR)
                        .count();
        var summary =
                new Span(
                        String.format(
                                Locale.ROOT,
                                "%s · %,d tokens",
                                report.findings().isEmpty()
                                        ? "No findings"
                                        : errors == 0
                                                ? report.findings().size() + " hints, no errors"
                                                : errors + (errors == 1 ? " error" : " errors"),
                                report.tokens()));
        summary.addClassName("lint-summary");
        summary.getElement().setAttribute("role", "status");
        add(summary);
        report.findings().forEach(finding -> add(row(finding)));
    }

    private Div row(Finding finding) {
        var line = new Button("line " + finding.line(), click -> jump.accept(finding.line()));
        line.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        var message = new Span(finding.message());
        var suggestion = new Span(finding.suggestion());
        suggestion.addClassName("muted");
        var text = new Div(message, suggestion);
        text.addClassName("two-lines");
        var row = new Div(severity(finding), line, text);
        row.addClassName("lint-row");
        return row;
    }

    private static Badge severity(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> badge("Error", BadgeVariant.ERROR);
            case WARNING -> badge("Warning", BadgeVariant.WARNING);
            case ADVICE -> new Badge("Advice");
        };
    }

    private static Badge badge(String text, BadgeVariant variant) {
        var badge = new Badge(text);
        badge.addThemeVariants(variant);
        return badge;
    }
}
