package dev.precept.console.golden;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.precept.console.measure.Share;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenSetVersion;
import dev.precept.contracts.policy.GoldenSetVersionApi;

/// The sets as they were frozen, newest first, with the hash that an evaluation is bound to.
final class FrozenSets extends Div {

    private static final long serialVersionUID = 1L;

    private final transient GoldenSetVersionApi frozen;
    private final String slug;
    private final PagedTable<GoldenSetVersion> sets;

    FrozenSets(GoldenSetVersionApi frozen, GoldenFiles files, String slug, boolean mayChange) {
        this.frozen = frozen;
        this.slug = slug;
        addClassName("page-body");
        var table =
                new DataTable<GoldenSetVersion>("Frozen golden sets of " + slug)
                        .number("Set", set -> Integer.toString(set.number()))
                        .number("Cases", set -> Share.count(set.cases()))
                        .rest("SHA-256", FrozenSets::hash)
                        .column("Frozen", FrozenSets::moment)
                        .column(
                                "As a file",
                                set ->
                                        new Div(
                                                files.csv(set.number()),
                                                new Span(" "),
                                                files.lines(set.number())));
        if (mayChange) {
            var freeze = new Button("Freeze as it stands", _ -> freeze());
            freeze.setTooltipText("An evaluation does it by itself");
            add(new Div(freeze));
        }
        sets =
                new PagedTable<>(
                        table,
                        cursor -> frozen.page(slug, cursor, Page.DEFAULT_SIZE),
                        new EmptyState(
                                "No set is frozen yet",
                                "The first evaluation on the golden set freezes it."));
        sets.load();
        add(sets);
    }

    private void freeze() {
        var newest = frozen.page(slug, null, 1).items().stream().findFirst();
        var set = frozen.freeze(slug);
        var words =
                newest.filter(known -> known.number() >= set.number()).isPresent()
                        ? "The set is as it was: it is set %d already."
                        : "Frozen as set %d.";
        Notification.show(words.formatted(set.number()), 4_000, Notification.Position.BOTTOM_START);
        sets.load();
    }

    private static Component hash(GoldenSetVersion set) {
        var hash = new Span(set.sha256());
        hash.addClassNames("code", "cell-words");
        return hash;
    }

    private static Component moment(GoldenSetVersion set) {
        var by = new Span("by " + set.frozenBy());
        by.addClassName("muted");
        var cell = new Div(new Moment(set.frozenAt()), by);
        cell.addClassName("two-lines");
        return cell;
    }
}
