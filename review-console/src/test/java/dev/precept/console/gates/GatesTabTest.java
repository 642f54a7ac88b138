package dev.precept.console.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.router.QueryParameters;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.testing.FakeEvaluationApi;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.evaluation.GateResult.Status;
import dev.precept.contracts.policy.PolicyVersionStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class GatesTabTest extends BrowserlessTest {

    private static final Gate RECALL = new Gate(Gate.Kind.RECALL, 0.95);
    private static final Gate CHANGE = new Gate(Gate.Kind.REPLAY_CHANGE, 0.02);

    private final FakePolicyApi policies = new FakePolicyApi().with(PolicyVersionStatus.APPROVED);
    private final FakeEvaluationApi evaluations = new FakeEvaluationApi();
    private int reloads;

    @Test
    void withoutGatesThePageSaysWhoSetsThem() {
        assertThat(textOf(open(RoleName.POLICY_AUTHOR))).contains("No gate yet", "Approvers");
        assertThat($(Button.class).withText("Set gates").all()).isEmpty();
        open(RoleName.POLICY_APPROVER);
        assertThat($(Button.class).withText("Set gates").all()).hasSize(1);
    }

    @Test
    void whatKeepsAVersionFromLiveIsSaidInWords() {
        evaluations.gate(RECALL).gate(CHANGE);
        evaluations.measured(result(RECALL, Status.FAILED, 0.912));
        evaluations.measured(result(CHANGE, Status.NOT_MEASURED, null));
        assertThat(textOf(open(RoleName.POLICY_AUTHOR)))
                .contains("2 of 2 gates keep version 1 from live.")
                .contains("Recall: measured 91.2 %, asked is at least 95.0 %.")
                .contains("Past items that change is not measured. Run one.")
                .contains("Run version 1");
    }

    @Test
    void aRunThatDoesNotCountAnyMoreIsOfferedAgain() {
        evaluations.gate(RECALL);
        evaluations.measured(
                new GateResult(
                        RECALL,
                        Status.NOT_MEASURED,
                        null,
                        new EvaluationId(UUID.randomUUID()),
                        "Set 2 is frozen since."));
        assertThat(textOf(open(RoleName.POLICY_AUTHOR)))
                .contains("Recall is not measured. Set 2 is frozen since.")
                .contains("Run version 1 again");
    }

    @Test
    void aVersionThatPassesMayGoLiveOnceItIsApproved() {
        evaluations.gate(RECALL).measured(result(RECALL, Status.PASSED, 0.97));
        assertThat(textOf(open(RoleName.AUDITOR)))
                .contains("Version 1 passes the gate: it may go live.");
        policies.with(PolicyVersionStatus.DRAFT);
        assertThat(textOf(open(RoleName.AUDITOR))).contains("It is not approved yet");
    }

    @Test
    void sharesAreEnteredInPerCent() {
        open(RoleName.POLICY_APPROVER);
        test($(Button.class).withText("Set gates").single()).click();
        check("Recall at least");
        limit("Recall, at least").setValue(97.5);
        check("Protected cases judged wrong at most");
        test($(Button.class).withText("Save gates").single()).click();
        assertThat(evaluations.gates("spam").gates())
                .containsExactly(
                        new Gate(Gate.Kind.RECALL, 0.975), new Gate(Gate.Kind.PROTECTED_WRONG, 0));
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void aShareOf101PerCentAndHalfACaseCannotBeSaved() {
        open(RoleName.POLICY_APPROVER);
        test($(Button.class).withText("Set gates").single()).click();
        check("Recall at least");
        limit("Recall, at least").setValue(101.0);
        assertThat(save().isEnabled()).isFalse();
        limit("Recall, at least").setValue(100.0);
        assertThat(save().isEnabled()).isTrue();
        check("Protected cases judged wrong at most");
        limit("Protected cases judged wrong, at most").setValue(0.5);
        assertThat(save().isEnabled()).isFalse();
        limit("Protected cases judged wrong, at most").clear();
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void whoIsSlowerSeesWhatTheOtherChangedAndOverwritesOnlyKnowingly() {
        evaluations.gate(RECALL);
        open(RoleName.POLICY_APPROVER);
        test($(Button.class).withText("Change gates").single()).click();
        limit("Recall, at least").setValue(90.0);
        evaluations.gate(CHANGE);
        test(save()).click();
        assertThat(textOf($(Dialog.class).single()))
                .contains("Nothing of yours is saved yet", "Past items that change: new, at most");
        assertThat(evaluations.gates("spam").gates()).containsExactly(RECALL, CHANGE);
        test($(Button.class).withText("Save mine over theirs").single()).click();
        assertThat(evaluations.gates("spam").gates())
                .containsExactly(new Gate(Gate.Kind.RECALL, 0.9));
    }

    private static GateResult result(Gate gate, Status status, @Nullable Double measured) {
        return new GateResult(gate, status, measured, null, "Run one.");
    }

    private void check(String label) {
        $(Checkbox.class).all().stream()
                .filter(each -> label.equals(each.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue(true);
    }

    private NumberField limit(String label) {
        return $(NumberField.class).all().stream()
                .filter(each -> label.equals(each.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private Button save() {
        return $(Button.class).withText("Save gates").single();
    }

    private Component open(String role) {
        var page =
                new PolicyPage(
                        policies.get("spam"),
                        () -> policies.versions("spam"),
                        QueryParameters.empty(),
                        () -> reloads++);
        var panel = new GatesTab(evaluations, role::equals).open(page);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel);
        return panel;
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
