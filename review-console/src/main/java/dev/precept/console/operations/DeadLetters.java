package dev.precept.console.operations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.DeadLetter;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.QueueApi;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Jobs that were given up, with the reason; an operator can queue them again.
final class DeadLetters extends Div {

    private final transient QueueApi queue;
    private final boolean mayRequeue;
    private final Set<JobId> selected = new LinkedHashSet<>();
    private final Button requeueSelected = new Button();
    private final PagedTable<DeadLetter> list;

    DeadLetters(QueueApi queue, boolean mayRequeue) {
        this.queue = queue;
        this.mayRequeue = mayRequeue;
        var empty = new EmptyState("No job was given up", "Every job got its verdict.");
        list = new PagedTable<>(table(), queue::deadLetters, empty);
        requeueSelected.addClickListener(_ -> requeue(List.copyOf(selected)));
        add(requeueSelected, list);
        load();
    }

    void load() {
        selected.clear();
        showSelection();
        list.load();
    }

    private DataTable<DeadLetter> table() {
        var table = new DataTable<DeadLetter>("Jobs that were given up");
        if (mayRequeue) {
            table.column("Choose", this::choice);
        }
        table.column("Reason", DeadLetters::reason)
                .text("Policy", each -> each.policyVersion().toString())
                .number("Attempts", each -> String.valueOf(each.attempts()))
                .column("Given up", each -> new Moment(each.diedAt()));
        if (mayRequeue) {
            table.column("Actions", this::single);
        }
        return table;
    }

    private static Component reason(DeadLetter letter) {
        var code = new Span(letter.code());
        code.addClassName("code");
        var reason = new Div(code, new Span(letter.detail()));
        reason.addClassName("two-lines");
        return reason;
    }

    private Component choice(DeadLetter letter) {
        var choice = new Checkbox();
        choice.setAriaLabel("Choose job " + letter.jobId());
        choice.addValueChangeListener(change -> {
            if (change.getValue()) {
                selected.add(letter.jobId());
            } else {
                selected.remove(letter.jobId());
            }
            showSelection();
        });
        return choice;
    }

    private Component single(DeadLetter letter) {
        var button = new Button("Requeue", _ -> requeue(List.of(letter.jobId())));
        button.setAriaLabel("Requeue job " + letter.jobId());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private void showSelection() {
        requeueSelected.setVisible(mayRequeue && !selected.isEmpty());
        requeueSelected.setText("Requeue " + selected.size() + " chosen");
    }

    private void requeue(Collection<JobId> jobs) {
        var done = 0;
        var refusal = "";
        for (var job : jobs) {
            try {
                queue.requeue(job);
                done++;
            } catch (PreceptException refused) {
                refusal = " " + refused.getMessage();
            }
        }
        Notification.show(
                done + " of " + jobs.size() + " queued again." + refusal,
                4_000,
                Notification.Position.TOP_END);
        load();
    }
}
