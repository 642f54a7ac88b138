package dev.precept.console.evaluations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.content.SensitiveText;
import dev.precept.console.measure.Share;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.console.verdict.VerdictPanel;
import dev.precept.contracts.evaluation.Comparison.Change;
import dev.precept.contracts.evaluation.Flip;
import java.util.List;

/// One flip: its content, blurred, and both verdicts with their rationales beside each other.
record FlipDetail(RunPair pair) implements RowDialog.Words<Flip> {

    @Override
    public int position(Flip flip) {
        return flip.position();
    }

    @Override
    public String title(Flip flip) {
        return "Case %s: %s → %s"
                .formatted(
                        Share.count(flip.position()),
                        VerdictBadges.word(flip.before().outcome()),
                        VerdictBadges.word(flip.now().outcome()));
    }

    @Override
    public List<Component> content(Flip flip) {
        var sides =
                new Div(
                        side(pair.beforeName() + " said", new VerdictPanel(flip.before())),
                        side(pair.nowName() + " says", new VerdictPanel(flip.now())));
        sides.addClassName("flip-sides");
        var expectation = CaseWords.expectation(flip.expected(), flip.guarded(), pair.replay());
        expectation.add(new Span(FlipWords.change(Change.of(flip), pair.replay())));
        return List.of(expectation, new SensitiveText(flip.content()), sides);
    }

    private static Div side(String title, Component verdict) {
        var side = new Div(new H3(title), verdict);
        side.addClassNames("card", "flip-side");
        return side;
    }
}
