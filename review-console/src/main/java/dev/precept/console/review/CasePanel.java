package dev.precept.console.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.precept.console.content.PolicyText;
import dev.precept.console.content.SensitiveText;
import dev.precept.console.verdict.VerdictPanel;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.review.CaseReason;
import dev.precept.contracts.review.ReviewCase;
import java.util.Locale;

/// Content, verdict and policy side by side; one below the other where there is little room.
final class CasePanel extends Div {

    private final SensitiveText text;

    /// @param hint the key that reveals the content, where there is one
    CasePanel(ReviewCase reviewCase, Content content, PolicyBundle bundle, String hint) {
        addClassName("case-panel");
        text = new SensitiveText(content, hint);
        var why = new Paragraph(why(reviewCase, bundle));
        why.addClassName("case-why");
        var verdict = reviewCase.verdict();
        add(
                column("case-content", "Content", text),
                column("case-verdict", "Verdict", why, new VerdictPanel(verdict)),
                column(
                        "case-policy",
                        bundle.name() + " · version " + bundle.number(),
                        new PolicyText(bundle.text(), verdict.ruleIds())));
    }

    void toggleContent() {
        text.toggle();
    }

    static String why(ReviewCase reviewCase, PolicyBundle bundle) {
        return switch (reviewCase.reason()) {
            case LOW_CONFIDENCE ->
                    String.format(
                            Locale.ROOT,
                            "Here because the confidence %.2f is below the policy's %.2f.",
                            reviewCase.verdict().confidence().value(),
                            bundle.review().confidenceBelow());
            case UNDETERMINED -> "Here because the engine could not tell.";
            case QUALITY_SAMPLE -> "Here as a random sample of ordinary verdicts.";
        };
    }

    static String word(CaseReason reason) {
        return switch (reason) {
            case LOW_CONFIDENCE -> "Low confidence";
            case UNDETERMINED -> "Undetermined";
            case QUALITY_SAMPLE -> "Quality sample";
        };
    }

    private static Div column(String className, String title, Component... content) {
        var column = new Div(new H2(title));
        column.addClassNames("case-column", className);
        column.add(content);
        return column;
    }
}
