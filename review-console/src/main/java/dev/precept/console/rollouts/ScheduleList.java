package dev.precept.console.rollouts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.rollout.Activation;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Activations at an instant, with the time as it was meant and as it is here.
class ScheduleList extends Div {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter MEANT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm xxx", Locale.ENGLISH);

    private final transient Desk desk;
    private final transient PolicyPage page;

    ScheduleList(Desk desk, PolicyPage page) {
        this.desk = desk;
        this.page = page;
        var table =
                new DataTable<Activation>("Scheduled activations")
                        .column("When", ScheduleList::when)
                        .column("What", ScheduleList::way)
                        .text("Who", Activation::createdBy)
                        .rest("Stands", this::state);
        var paged =
                new PagedTable<>(
                        table,
                        cursor -> desk.activations().list(page.slug(), cursor),
                        new EmptyState(
                                "Nothing is scheduled",
                                "An activator can let an alias move later."));
        paged.load();
        add(paged);
    }

    private static Component when(Activation each) {
        var meant =
                new Span(
                        "%s in %s"
                                .formatted(
                                        MEANT.format(OffsetDateTime.parse(each.local())),
                                        each.zone()));
        meant.addClassName("muted");
        var cell = new Div(new Moment(each.at()), meant);
        cell.addClassNames("two-lines", "one-line");
        return cell;
    }

    private static Component way(Activation each) {
        var way = new Span("%s → version %d".formatted(each.alias(), each.version()));
        way.addClassName("one-line");
        return way;
    }

    private Component state(Activation each) {
        var cell = new Div();
        cell.addClassName("two-lines");
        switch (each.state()) {
            case PENDING -> {
                cell.add(new Span("To come"));
                if (desk.mayActivate()) {
                    cell.addClassName("start");
                    var cancel = new Button("Cancel", _ -> cancel(each));
                    cancel.setAriaLabel("Cancel the activation of version " + each.version());
                    cancel.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                    cell.add(cancel);
                }
            }
            case DONE -> cell.add(new Span("Done"));
            case CANCELLED -> cell.add(new Span("Cancelled by " + each.endedBy()));
            case FAILED -> {
                var failure = each.failure();
                var why = new Span("Failed: " + (failure == null ? "" : failure.detail()));
                why.addClassNames("rollout-failed", "wrap");
                cell.add(why);
            }
        }
        return cell;
    }

    private void cancel(Activation each) {
        try {
            desk.activations().cancel(page.slug(), each.id());
        } finally {
            page.reload().run();
        }
    }
}
