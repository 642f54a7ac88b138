package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasMove;
import dev.precept.contracts.policy.AliasMove.Cause;

/// Every move of one alias, newest first.
class AliasHistory extends Div {

    private static final long serialVersionUID = 1L;

    AliasHistory(AliasApi aliases, String slug, String alias) {
        var table =
                new DataTable<AliasMove>("Moves of " + alias)
                        .column("When", move -> new Moment(move.movedAt()))
                        .column("From → to", AliasHistory::way)
                        .text("How", move -> word(move.cause()))
                        .text("Who", AliasMove::movedBy)
                        .rest("Why", AliasHistory::why);
        var paged =
                new PagedTable<>(
                        table,
                        cursor -> aliases.moves(slug, alias, cursor),
                        new EmptyState("No move yet", "The first one makes the alias."));
        paged.load();
        add(paged);
    }

    static String word(Cause cause) {
        return switch (cause) {
            case POINTED -> "Pointed";
            case ROLLED_BACK -> "Rolled back";
            case PROMOTED -> "Promoted";
            case SCHEDULED -> "Scheduled";
            case BREAK_GLASS -> "Past closed gates";
        };
    }

    private static Component way(AliasMove move) {
        var from = move.from();
        var way = new Span((from == null ? "new" : "version " + from) + " → version " + move.to());
        way.addClassName("moment");
        return way;
    }

    private static Component why(AliasMove move) {
        var why = new Span(move.reason().isBlank() ? "—" : move.reason());
        why.addClassName("cell-words");
        return why;
    }
}
