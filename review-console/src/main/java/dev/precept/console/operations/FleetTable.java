package dev.precept.console.operations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.table.DataTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.verdict.VerdictPanel;
import dev.precept.contracts.fleet.Worker;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/// The workers of the last day.
final class FleetTable extends Div {

    private final DataTable<Worker> table = new DataTable<>("Workers");
    private final EmptyState empty =
            new EmptyState(
                    "No worker has registered in the last day", "Start one: work waits for it.");

    FleetTable(Clock clock) {
        table.text("Worker", each -> each.registration().name())
                .column("Status", each -> status(each.status()))
                .text("Engine", each -> each.registration().engine())
                .column("Model", FleetTable::model)
                .number("In hand", FleetTable::load)
                .number("Completed", each -> String.format(Locale.ROOT, "%,d", each.completed()))
                .text("Last seen", each -> Moment.ago(each.lastSeenAt(), clock.instant()));
        add(table, empty);
    }

    void show(List<Worker> workers) {
        table.setRows(workers);
        table.setVisible(!workers.isEmpty());
        empty.setVisible(workers.isEmpty());
    }

    private static String load(Worker worker) {
        return worker.leased() + " of " + worker.registration().capacity();
    }

    private static Component model(Worker worker) {
        var card = worker.registration().model();
        var digest = new Span(VerdictPanel.shortened(card.digest()));
        digest.addClassNames("code", "minor");
        var model = new Div(new Span(card.name()), digest);
        model.addClassName("two-lines");
        return model;
    }

    private static Component status(Worker.Status status) {
        return switch (status) {
            case ACTIVE -> badge("Active", BadgeVariant.SUCCESS);
            case DRAINING -> badge("Draining", BadgeVariant.WARNING);
            case SILENT -> badge("Silent", BadgeVariant.ERROR);
            case STOPPED -> new Badge("Stopped");
        };
    }

    private static Badge badge(String text, BadgeVariant variant) {
        var badge = new Badge(text);
        badge.addThemeVariants(variant);
        return badge;
    }
}
