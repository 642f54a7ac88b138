package dev.precept.console.evaluations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.content.SensitiveText;
import dev.precept.console.measure.Share;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.console.verdict.VerdictPanel;
import dev.precept.contracts.evaluation.EvaluationCase;
import java.util.List;
import java.util.Locale;

/// One case of a run: its content, blurred, what was expected, and the verdict with its rationale.
record CaseDetail(boolean replay) implements RowDialog.Words<EvaluationCase> {

    @Override
    public int position(EvaluationCase each) {
        return each.position();
    }

    @Override
    public String title(EvaluationCase each) {
        var verdict = each.verdict();
        var head = "Case %s: ".formatted(Share.count(each.position()));
        return verdict == null
                ? head + "no verdict"
                : head
                        + VerdictBadges.word(each.expected().outcome())
                        + " → "
                        + VerdictBadges.word(verdict.outcome());
    }

    @Override
    public List<Component> content(EvaluationCase each) {
        var expectation = CaseWords.expectation(each.expected(), each.guarded(), replay);
        expectation.add(new Span(CaseWords.result(each.result(), replay)));
        return List.of(expectation, new SensitiveText(each.content()), verdict(each), cost(each));
    }

    private static Component verdict(EvaluationCase each) {
        var verdict = each.verdict();
        if (verdict == null) {
            return new Paragraph("No worker answered, and the queue gave the case up.");
        }
        var panel = new Div(new VerdictPanel(verdict));
        panel.addClassNames("card", "flip-side");
        return panel;
    }

    private static Component cost(EvaluationCase each) {
        var language = each.language() == null ? "not known" : CaseWords.language(each.language());
        var tokens = each.tokens() == 0 ? "" : " · %s tokens".formatted(Share.count(each.tokens()));
        var cost =
                new Paragraph(
                        String.format(
                                Locale.ROOT,
                                "Language: %s%s · %.2f s of inference",
                                language,
                                tokens,
                                each.seconds()));
        cost.addClassName("muted");
        return cost;
    }
}
