package dev.precept.console.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.QueryParameters;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.testing.FakeEvaluationApi;
import dev.precept.console.testing.FakeGoldenSetApi;
import dev.precept.console.testing.FakeGoldenSetVersionApi;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.EvaluationSource.Golden;
import dev.precept.contracts.evaluation.EvaluationSource.Replay;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.verdict.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class EvaluationsTabTest extends BrowserlessTest {

    private static final EvaluationSource SET = new Golden(7, null);

    private final FakePolicyApi policies = new FakePolicyApi().with(PolicyVersionStatus.DRAFT);
    private final FakeEvaluationApi evaluations = new FakeEvaluationApi();
    private final FakeGoldenSetApi golden = new FakeGoldenSetApi();
    private final FakeGoldenSetVersionApi frozen = new FakeGoldenSetVersionApi();

    @Test
    void withoutARunThePageSaysWhatOneIsGoodFor() {
        assertThat(textOf(open(RoleName.AUDITOR))).contains("No evaluation yet");
        assertThat($(Button.class).withText("Run an evaluation").all()).isEmpty();
    }

    @Test
    void aRunOnTheGoldenSetAsItStandsIsStartedWithTwoClicks() {
        golden.add("a tidy message", Outcome.SAFE, null);
        open(RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Run an evaluation").single()).click();
        assertThat(textOf($(Dialog.class).single())).contains("waits behind all other work");
        test($(Button.class).withText("Start").single()).click();
        var run = onlyRun();
        assertThat(run.source()).isEqualTo(new Golden(7, "ef".repeat(32)));
        assertThat(run.policyVersion().number()).isEqualTo(1);
    }

    @Test
    void anEmptyGoldenSetCannotBeRun() {
        open(RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Run an evaluation").single()).click();
        assertThat($(Button.class).withText("Start").single().isEnabled()).isFalse();
    }

    @Test
    void whoMayNotSeeCasesMayRunThemWithoutReadingThem() {
        open(RoleName.POLICY_APPROVER);
        test($(Button.class).withText("Run an evaluation").single()).click();
        assertThat($(Button.class).withText("Start").single().isEnabled()).isTrue();
    }

    @Test
    void aReplayAsksForACountWithinBoundsAndADay() {
        open(RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Run an evaluation").single()).click();
        chooseReplay();
        var count = $(IntegerField.class).single();
        count.setValue(Replay.MAX_COUNT + 1);
        assertThat($(Button.class).withText("Start").single().isEnabled()).isFalse();
        count.setValue(500);
        $(DatePicker.class).single().setValue(LocalDate.of(2026, 2, 3));
        test($(Button.class).withText("Start").single()).click();
        assertThat(onlyRun().source())
                .isEqualTo(new Replay(500, Instant.parse("2026-02-03T00:00:00Z")));
    }

    @Test
    void aRunThatGoesOnShowsHowFarItIsUntilItIsComplete() {
        var run = evaluations.complete(1, SET);
        evaluations.judge(run.id(), 0, 200);
        var list = (RunList) open(RoleName.AUDITOR);
        assertThat(textOf(list)).contains("Waits behind all other work: 0 of 200 judged");
        evaluations.judge(run.id(), 50, 200);
        list.refresh();
        assertThat(textOf(list)).contains("Running", "50 of 200 judged");
        evaluations.judge(run.id(), 200, 200);
        list.refresh();
        assertThat(textOf(list)).contains("Complete", "200 of 200 judged");
    }

    @Test
    void twoRunsAreChosenAndComparedTheNewerAgainstTheOlder() {
        evaluations.complete(1, SET);
        evaluations.complete(2, SET);
        open(RoleName.AUDITOR);
        var compare = $(Button.class).withText("Compare two").single();
        assertThat(compare.isEnabled()).isFalse();
        $(Checkbox.class).all().forEach(each -> each.setValue(true));
        assertThat(compare.getText()).isEqualTo("Compare 2 of 2");
        assertThat(compare.isEnabled()).isTrue();
    }

    private Evaluation onlyRun() {
        assertThat(evaluations.list("spam", null).items()).hasSize(1);
        return evaluations.list("spam", null).items().getFirst();
    }

    @SuppressWarnings("unchecked")
    private void chooseReplay() {
        $(RadioButtonGroup.class).single().setValue("Past items");
    }

    private Div open(String role) {
        var page =
                new PolicyPage(
                        policies.get("spam"),
                        () -> policies.versions("spam"),
                        QueryParameters.empty(),
                        () -> {});
        var tab = new EvaluationsTab(evaluations, golden, frozen, role::equals);
        UI.getCurrent().removeAll();
        var list = (Div) tab.open(page);
        UI.getCurrent().add(list);
        return list;
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
