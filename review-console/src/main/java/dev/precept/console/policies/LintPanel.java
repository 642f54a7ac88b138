package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.LintReport.Finding;
import dev.precept.contracts.policy.LintReport.Fix;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the linter says: one finding a row, with its line, what is marked on it, why it matters,
/// and a button that mends it where that is mechanical.
@StyleSheet("context://precept/prose.css")
class LintPanel extends Div {

    private static final long serialVersionUID = 1L;

    /// How much of a line stands around what is marked.
    private static final int AROUND = 40;

    private final transient @Nullable Listener listener;
    private String text;

    /// The editor that findings are shown for.
    interface Listener {

        void jump(Finding finding);

        /// @param mended the whole text with the change
        void mend(String mended);

        /// As it stands in the editor now.
        String text();
    }

    LintPanel(LintReport report, String text) {
        this(report, text, null);
    }

    /// @param text that was looked over
    LintPanel(LintReport report, String text, @Nullable Listener listener) {
        this.listener = listener;
        this.text = text;
        addClassName("lint");
        show(report, text);
    }

    void show(LintReport report, String looked) {
        text = looked;
        var lines = looked.replace("\uFEFF", "").lines().toList();
        removeAll();
        var summary = new Span(summary(report));
        summary.addClassName("lint-summary");
        summary.getElement().setAttribute("role", "status");
        add(summary);
        report.findings().forEach(finding -> add(row(finding, lines)));
    }

    private static String summary(LintReport report) {
        var errors =
                report.findings().stream()
                        .filter(finding -> finding.severity() == LintReport.Severity.ERROR)
                        .count();
        var found =
                report.findings().isEmpty()
                        ? "No findings"
                        : errors == 0
                                ? hints(report.findings().size()) + ", no errors"
                                : errors + (errors == 1 ? " error" : " errors");
        return String.format(Locale.ROOT, "%s · %,d tokens", found, report.tokens());
    }

    private static String hints(int count) {
        return count == 1 ? "1 hint" : count + " hints";
    }

    private Div row(Finding finding, List<String> lines) {
        var text = new Div(new Span(finding.message()));
        excerpt(finding, lines, text);
        var suggestion = new Span(finding.suggestion());
        suggestion.addClassName("muted");
        var why = new Span(finding.why());
        why.addClassNames("muted", "lint-why");
        text.add(suggestion, why);
        text.addClassName("two-lines");
        var fix = finding.fix();
        if (fix != null && listener != null) {
            text.add(mend(fix, listener));
        }
        var row = new Div(severity(finding), place(finding), text);
        row.addClassName("lint-row");
        return row;
    }

    private Component place(Finding finding) {
        var place = "line " + finding.line();
        if (listener == null) {
            return new Span(place);
        }
        var editor = listener;
        var line = new Button(place, click -> editor.jump(finding));
        line.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return line;
    }

    /// What is marked, with some of the line around it; nothing where the whole line is meant.
    private static void excerpt(Finding finding, List<String> lines, Div row) {
        if (finding.line() > lines.size()) {
            return;
        }
        var line = lines.get(finding.line() - 1);
        int start = finding.column() - 1;
        int end = finding.end() - 1;
        if (start < 0 || end > line.length() || start >= end || end - start == line.length()) {
            return;
        }
        int from = Math.max(0, start - AROUND);
        int to = Math.min(line.length(), end + AROUND);
        var mark = new HtmlContainer("mark");
        mark.setText(line.substring(start, end));
        var excerpt =
                new Span(
                        new Span((from > 0 ? "…" : "") + line.substring(from, start)),
                        mark,
                        new Span(line.substring(end, to) + (to < line.length() ? "…" : "")));
        excerpt.addClassName("lint-excerpt");
        row.add(excerpt);
    }

    private Button mend(Fix fix, Listener editor) {
        var mend = new Button(fix.title(), click -> apply(fix, editor));
        mend.addThemeVariants(ButtonVariant.SMALL);
        mend.addClassName("lint-fix");
        return mend;
    }

    /// A fix belongs to the text that was looked over; on any other it would hit a wrong place.
    private void apply(Fix fix, Listener editor) {
        if (editor.text().equals(text)) {
            editor.mend(fix.applyTo(text));
        } else {
            Notification.show(
                    "The text changed meanwhile. It is looked over again; then mend it.",
                    4_000,
                    Notification.Position.BOTTOM_START);
        }
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
