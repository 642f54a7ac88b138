package dev.precept.console.evaluations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.content.SensitiveText;
import dev.precept.console.measure.Share;
import dev.precept.console.table.PagedTable;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.console.verdict.VerdictPanel;
import dev.precept.contracts.evaluation.Flip;

/// One flip: its content, blurred, and both verdicts with their rationales beside each other. The
/// neighbours of the list are one key away.
final class FlipDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient RunPair pair;
    private final transient PagedTable<Flip> list;
    private final Button earlier = new Button("Previous", _ -> step(-1));
    private final Button later = new Button("Next", _ -> step(1));
    private final Div body = new Div();
    private transient Flip shown;

    FlipDialog(RunPair pair, PagedTable<Flip> list, Flip flip) {
        this.pair = pair;
        this.list = list;
        this.shown = flip;
        setWidth("72rem");
        setMaxWidth("96vw");
        body.addClassName("flip");
        add(body);
        earlier.addClickShortcut(Key.ARROW_LEFT, KeyModifier.ALT);
        later.addClickShortcut(Key.ARROW_RIGHT, KeyModifier.ALT);
        earlier.setTooltipText("Alt+←");
        later.setTooltipText("Alt+→");
        getFooter().add(earlier, later, new Button("Close", _ -> close()));
        show();
    }

    private void step(int by) {
        int next = place() + by;
        if (next == list.rows().size() && !list.loadMore()) {
            later.setEnabled(false);
            return;
        }
        if (next >= 0) {
            shown = list.rows().get(next);
            show();
        }
    }

    /// Rows are told apart by their position: two pages never hold the same one.
    private int place() {
        return list.rows().stream().map(Flip::position).toList().indexOf(shown.position());
    }

    private void show() {
        setHeaderTitle(
                "Case %s: %s → %s"
                        .formatted(
                                Share.count(shown.position() + 1L),
                                VerdictBadges.word(shown.before().outcome()),
                                VerdictBadges.word(shown.now().outcome())));
        earlier.setEnabled(place() > 0);
        later.setEnabled(true);
        var sides =
                new Div(
                        side(pair.beforeName() + " said", new VerdictPanel(shown.before())),
                        side(pair.nowName() + " says", new VerdictPanel(shown.now())));
        sides.addClassName("flip-sides");
        body.removeAll();
        body.add(expectation(), new SensitiveText(shown.content()), sides);
    }

    private Div expectation() {
        var expected = shown.expected();
        var line =
                new Div(
                        new Span(pair.replay() ? "Said at the time" : "Expected"),
                        VerdictBadges.outcome(expected.outcome()));
        line.addClassName("badges");
        if (expected.ruleId() != null) {
            line.add(VerdictBadges.rule(expected.ruleId()));
        }
        if (shown.guarded()) {
            line.add(VerdictBadges.plain("Protected"));
        }
        line.add(new Span(FlipWords.change(FlipWords.change(shown), pair.replay())));
        return line;
    }

    private static Div side(String title, Component verdict) {
        var side = new Div(new H3(title), verdict);
        side.addClassNames("card", "flip-side");
        return side;
    }
}
