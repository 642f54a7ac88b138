package dev.precept.console.rollouts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.content.SensitiveLine;
import dev.precept.console.measure.Share;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.rollout.Disagreement;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.RolloutFigures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The items on which a candidate says something else, by kind; each opens both rationales.
class DisagreementList extends Div {

    private static final long serialVersionUID = 1L;

    private final List<Button> chips = new ArrayList<>();
    private final PagedTable<Disagreement> list;
    private transient RolloutFigures.@Nullable Kind wanted;

    DisagreementList(Desk desk, Rollout rollout) {
        var table =
                new DataTable<Disagreement>("Disagreements")
                        .column("Was → is", DisagreementList::way)
                        .rest("Content", each -> new SensitiveLine(each.content()))
                        .column("Rationales", this::open);
        list =
                new PagedTable<>(
                        table,
                        cursor ->
                                desk.rollouts()
                                        .disagreements(
                                                rollout.slug(),
                                                rollout.id(),
                                                wanted == null ? null : wanted.was(),
                                                wanted == null ? null : wanted.is(),
                                                cursor),
                        new EmptyState("No disagreement of this kind", "Choose another above."));
        var bar = new Div();
        bar.addClassName("rollout-chips");
        bar.getElement().setAttribute("role", "group");
        bar.getElement().setAttribute("aria-label", "Which disagreements");
        var kinds = rollout.figures().kinds();
        bar.add(
                chip(
                        "All · "
                                + Share.count(
                                        kinds.stream().mapToInt(RolloutFigures.Kind::items).sum()),
                        null));
        for (var kind : kinds) {
            bar.add(
                    chip(
                            "%s → %s · %s"
                                    .formatted(
                                            VerdictBadges.word(kind.was()),
                                            VerdictBadges.word(kind.is()),
                                            Share.count(kind.items())),
                            kind));
        }
        add(bar, list);
        press(chips.getFirst());
        list.load();
    }

    /// Puts the focus where kinds are chosen.
    void focus() {
        chips.getFirst().focus();
    }

    private Button chip(String name, RolloutFigures.@Nullable Kind kind) {
        var chip = new Button(name);
        chip.addThemeVariants(ButtonVariant.SMALL);
        chip.addClickListener(_ -> {
            wanted = kind;
            press(chip);
            list.load();
        });
        chips.add(chip);
        return chip;
    }

    private void press(Button pressed) {
        for (var chip : chips) {
            chip.getElement().setAttribute("aria-pressed", String.valueOf(chip == pressed));
            chip.setClassName("pressed", chip == pressed);
        }
    }

    private static Component way(Disagreement each) {
        var way =
                new Div(
                        VerdictBadges.outcome(each.stable().outcome()),
                        new Span("→"),
                        VerdictBadges.outcome(each.candidate().outcome()));
        way.addClassNames("badges", "rollout-way");
        return way;
    }

    private Component open(Disagreement each) {
        var open = new Button("Open", _ -> new DisagreementDialog(each).open());
        open.setAriaLabel("Open item " + each.itemId());
        open.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return open;
    }
}
