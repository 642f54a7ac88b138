package dev.precept.console.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import dev.precept.console.testing.FakeFleetApi;
import dev.precept.console.testing.FakeQueueApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.fleet.Worker;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.DeadLetter;
import dev.precept.contracts.queue.JobId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class OperationsViewTest extends BrowserlessTest {

    private final Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    private final FakeQueueApi queue = new FakeQueueApi(clock);
    private final FakeFleetApi fleet = new FakeFleetApi();

    @Test
    void theFiguresFollowTheQueue() {
        queue.depth(80);
        var view = open(RoleName.REVIEWER);
        assertThat(textOf(view)).contains("90");
        queue.depth(160);
        view.refresh();
        assertThat(textOf(view)).contains("180");
    }

    @Test
    void anEmptyFleetSaysWhatToDo() {
        assertThat(textOf(open(RoleName.REVIEWER))).contains("No worker has registered");
    }

    @Test
    void aWorkerShowsItsShortenedDigestAndLoad() {
        fleet.add(new WorkerId(UUID.randomUUID()), "worker-1", Worker.Status.ACTIVE, Samples.NOW);
        assertThat(textOf(open(RoleName.REVIEWER)))
                .contains("worker-1", "cdcdcdcdcdcd…", "2 of 4", "1,234", "0 s ago");
    }

    @Test
    void onlyOperatorsAndAuditorsSeeDeadLetters() {
        addDead();
        assertThat(textOf(open(RoleName.REVIEWER))).doesNotContain("engine-failed");
        assertThat(textOf(open(RoleName.AUDITOR))).contains("engine-failed");
    }

    @Test
    void anAuditorCannotRequeue() {
        addDead();
        open(RoleName.AUDITOR);
        assertThat($(Button.class).withText("Requeue").all()).isEmpty();
    }

    @Test
    void anOperatorRequeuesOneJob() {
        addDead();
        open(RoleName.OPERATOR);
        test($(Button.class).withText("Requeue").single()).click();
        assertThat(queue.deadLetters(null).items()).isEmpty();
    }

    @Test
    void anOperatorRequeuesTheChosenJobs() {
        addDead();
        addDead();
        addDead();
        open(RoleName.OPERATOR);
        $(Checkbox.class).all().stream().limit(2).forEach(each -> each.setValue(true));
        test($(Button.class).withText("Requeue 2 chosen").single()).click();
        assertThat(queue.deadLetters(null).items()).hasSize(1);
    }

    private void addDead() {
        queue.add(
                new DeadLetter(
                        new JobId(UUID.randomUUID()),
                        new ItemId(UUID.randomUUID()),
                        new PolicyVersionRef("spam", 1, Samples.SHA),
                        5,
                        "engine-failed",
                        "The engine answered 5 times with an error",
                        Samples.NOW));
    }

    private OperationsView open(String role) {
        var view = new OperationsView(queue, fleet, role::equals, clock);
        UI.getCurrent().add(view);
        return view;
    }

    private static String textOf(OperationsView view) {
        return view.getElement().getTextRecursively();
    }
}
