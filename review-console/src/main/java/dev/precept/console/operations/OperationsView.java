package dev.precept.console.operations;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Section;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.QueueApi;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.ResourceAccessException;

/// The service at work. Everybody may look; only an operator queues dead jobs again.
@Route("operations")
@PageTitle("Operations")
@Menu(title = "Operations", order = 40, icon = "vaadin:dashboard")
@PermitAll
@StyleSheet("context://precept/review.css")
class OperationsView extends Div {

    private static final int REFRESH_MILLIS = 5_000;

    private final transient QueueApi queue;
    private final transient FleetApi fleet;
    private final QueuePanel queuePanel;
    private final FleetTable fleetTable;
    private final Div stale = new Div();
    private @Nullable DeadLetters deadLetters;
    private @Nullable Registration polling;
    private int dead;

    OperationsView(QueueApi queue, FleetApi fleet, Rights rights, Clock clock) {
        this.queue = queue;
        this.fleet = fleet;
        addClassName("page");
        queuePanel = new QueuePanel(queue.history());
        fleetTable = new FleetTable(clock);
        stale.addClassName("notice");
        stale.getElement().setAttribute("role", "status");
        stale.setVisible(false);
        add(
                new PageHead("Operations", "The queue and the workers, as they are right now."),
                stale,
                new Section("Queue", queuePanel),
                new Section("Workers", fleetTable));
        if (rights.holdAny(RoleName.OPERATOR, RoleName.AUDITOR)) {
            var letters = new DeadLetters(queue, rights.hold(RoleName.OPERATOR));
            deadLetters = letters;
            add(new Section("Jobs given up", letters));
        }
        refresh();
    }

    void refresh() {
        var status = queue.status();
        queuePanel.add(status);
        fleetTable.show(fleet.list());
        if (deadLetters != null && status.dead() > dead) {
            deadLetters.load();
        }
        dead = status.dead();
    }

    /// While the registry cannot be reached, the last figures stay and are said to be old.
    private void refreshIfPossible() {
        try {
            refresh();
            stale.setVisible(false);
        } catch (PreceptException | ResourceAccessException notNow) {
            stale.setText("The registry cannot be asked. These figures are old; trying again.");
            stale.setVisible(true);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        ui.setPollInterval(REFRESH_MILLIS);
        polling = ui.addPollListener(_ -> refreshIfPossible());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }
}
