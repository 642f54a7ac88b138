package dev.precept.console.evaluations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.Share;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.evaluation.Comparison;
import dev.precept.contracts.evaluation.Comparison.Change;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.Flip;
import dev.precept.contracts.paging.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The cases that flipped, page by page and by kind; each opens both verdicts.
final class FlipList extends Div {

    private static final long serialVersionUID = 1L;

    private final transient EvaluationApi evaluations;
    private final transient RunPair pair;
    private final transient Consumer<FlipFilter> filtered;
    private final transient List<Chip> chips = new ArrayList<>();
    private final Div bar = new Div();
    private final PagedTable<Flip> list;
    private transient FlipFilter filter;

    private record Chip(FlipFilter filter, Button button) {}

    /// @param filtered told whenever a person chooses another filter
    FlipList(
            EvaluationApi evaluations,
            RunPair pair,
            Comparison comparison,
            FlipFilter filter,
            Consumer<FlipFilter> filtered) {
        this.evaluations = evaluations;
        this.pair = pair;
        this.filter = filter;
        this.filtered = filtered;
        bar.addClassName("chips");
        bar.getElement().setAttribute("role", "group");
        bar.getElement().setAttribute("aria-label", "Which flips");
        addChips(comparison);
        list =
                new PagedTable<>(
                        table(),
                        this::fetch,
                        new EmptyState("No flip of this kind", "Choose another kind above."));
        add(bar, list);
        load();
    }

    private void addChips(Comparison comparison) {
        chip("All", comparison.flips(), FlipFilter.ALL);
        for (var change : Change.values()) {
            var cases =
                    comparison.kinds().stream()
                            .filter(kind -> kind.change() == change)
                            .mapToInt(Comparison.FlipKind::cases)
                            .sum();
            if (cases > 0 && cases < comparison.flips()) {
                chip(FlipWords.change(change, pair.replay()), cases, FlipFilter.of(change));
            }
        }
        for (var kind : comparison.kinds()) {
            if (kind.cases() < comparison.flips()) {
                chip(
                        "%s → %s, %s"
                                .formatted(
                                        VerdictBadges.word(kind.was()),
                                        VerdictBadges.word(kind.is()),
                                        word(kind.change())),
                        kind.cases(),
                        new FlipFilter(kind.was(), kind.is(), kind.change()));
            }
        }
    }

    private String word(Change change) {
        return switch (change) {
            case BROKEN -> pair.replay() ? "differs" : "broken";
            case MENDED -> pair.replay() ? "as then" : "mended";
            case STILL_WRONG -> pair.replay() ? "differs anyway" : "still wrong";
        };
    }

    private void chip(String name, int cases, FlipFilter wanted) {
        var button = new Button(name + " · " + Share.count(cases), _ -> choose(wanted));
        button.addThemeVariants(ButtonVariant.SMALL);
        chips.add(new Chip(wanted, button));
        bar.add(button);
    }

    private void choose(FlipFilter wanted) {
        filter = wanted;
        load();
        filtered.accept(wanted);
    }

    private void load() {
        for (var chip : chips) {
            var pressed = chip.filter().equals(filter);
            chip.button().getElement().setAttribute("aria-pressed", String.valueOf(pressed));
            chip.button().setClassName("pressed", pressed);
        }
        list.load();
    }

    private Page<Flip> fetch(@Nullable String cursor) {
        return evaluations.flips(
                pair.now().id(),
                pair.before().id(),
                filter.was(),
                filter.is(),
                filter.change(),
                cursor);
    }

    private DataTable<Flip> table() {
        return new DataTable<Flip>("Cases that flipped")
                .number("Case", flip -> Share.count(flip.position()))
                .column(
                        "Was → is",
                        flip -> CaseWords.way(flip.before().outcome(), flip.now().outcome()))
                .column("Change", this::change)
                .rest("Content", flip -> CaseWords.content(flip.content(), flip.guarded()))
                .column("Rationales", flip -> CaseWords.open(flip.position(), () -> open(flip)));
    }

    private Component change(Flip flip) {
        var change = new Span(FlipWords.change(Change.of(flip), pair.replay()));
        change.addClassName("one-line");
        return change;
    }

    private void open(Flip flip) {
        new RowDialog<>(list, new FlipDetail(pair), flip).open();
    }
}
