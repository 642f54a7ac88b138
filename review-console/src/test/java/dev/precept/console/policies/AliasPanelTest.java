package dev.precept.console.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import dev.precept.console.testing.FakeAliasApi;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class AliasPanelTest extends BrowserlessTest {

    private final FakePolicyApi policies = new FakePolicyApi().live();
    private final FakeAliasApi aliases = new FakeAliasApi();
    private int reloads;

    @Test
    void anAliasTellsWhereItPointsSinceWhenByWhomAndWhy() {
        aliases.point(1, "").point(2, "Fewer false alarms.");
        assertThat(textOf(open(RoleName.AUDITOR)))
                .contains("live", "Version 2", "1 Mar 2026", "Pointed by ben")
                .contains("Fewer false alarms.", "version 1 → version 2", "new → version 1");
        assertThat($(Button.class).withText("Point elsewhere").all()).isEmpty();
    }

    @Test
    void aRollbackIsOneClick() {
        aliases.point(1, "").point(2, "");
        open(RoleName.POLICY_ACTIVATOR);
        test($(Button.class).withText("Roll back to version 1").single()).click();
        assertThat(reloads).isEqualTo(1);
        assertThat(textOf(open(RoleName.POLICY_ACTIVATOR)))
                .contains("Version 1", "Rolled back by ben");
    }

    @Test
    void aRollbackWithAReasonNamesBothVersionsAndAsksWhy() {
        aliases.point(1, "").point(2, "");
        open(RoleName.POLICY_ACTIVATOR);
        test($(Button.class).withText("Roll back with a reason").single()).click();
        assertThat(textOf($(Dialog.class).single())).contains("From version 2 back to version 1");
        $(TextArea.class).withCaption("Why").single().setValue("Worse than before.");
        confirmRollback();
        assertThat(reloads).isEqualTo(1);
        assertThat(textOf(open(RoleName.POLICY_ACTIVATOR)))
                .contains("Version 1", "Rolled back by ben", "Worse than before.");
        assertThat($(Button.class).withText("Roll back to version 1").all()).isEmpty();
    }

    @Test
    void whoIsSlowerIsToldKindlyAndChangesNothing() {
        aliases.point(1, "").point(2, "");
        open(RoleName.POLICY_ACTIVATOR);
        var back = $(Button.class).withText("Roll back to version 1").single();
        aliases.point(3, "");
        test(back).click();
        assertThat($(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(aliases.aliases("spam").getFirst().number()).isEqualTo(3);
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void closedGatesAreShownWithTheirFigures() {
        aliases.point(1, "");
        open(RoleName.POLICY_ACTIVATOR);
        test($(Button.class).withText("Point elsewhere").single()).click();
        choose(1);
        policies.failWith(
                new PreceptException(
                        ErrorCode.GATES_CLOSED,
                        "Version 1 passes 0 of 1 gates.",
                        Map.of("gates", List.of(failed()))));
        test($(Button.class).withText("Point").single()).click();
        var closed =
                $(Dialog.class).all().stream()
                        .filter(dialog -> dialog.getHeaderTitle().contains("not made live"))
                        .findFirst()
                        .orElseThrow();
        assertThat(textOf(closed)).contains("Recall", "at least 95.0 %", "91.2 %", "Failed");
        assertThat(reloads).isZero();
    }

    @Test
    void onlyApprovedVersionsAreOffered() {
        policies.with(PolicyVersionStatus.IN_REVIEW);
        aliases.point(1, "");
        open(RoleName.POLICY_ACTIVATOR);
        test($(Button.class).withText("Point elsewhere").single()).click();
        assertThat(versions().getListDataView().getItems()).isEmpty();
    }

    @Test
    void withoutAnAliasThePageSaysWhatToDo() {
        assertThat(textOf(open(RoleName.REVIEWER))).contains("No alias yet", "An activator");
    }

    private static GateResult failed() {
        return new GateResult(
                new Gate(Gate.Kind.RECALL, 0.95), GateResult.Status.FAILED, 0.912, null, "");
    }

    private void confirmRollback() {
        var confirm = $(Button.class).withText("Roll back to version 1").all().getLast();
        test(confirm).click();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<PolicyVersionSummary> versions() {
        return $(ComboBox.class).withCaption("Version").single();
    }

    private void choose(int number) {
        versions()
                .getListDataView()
                .getItems()
                .filter(version -> version.number() == number)
                .findFirst()
                .ifPresent(versions()::setValue);
    }

    private AliasPanel open(String role) {
        var page =
                new PolicyPage(
                        policies.get("spam"),
                        () -> policies.versions("spam"),
                        QueryParameters.empty(),
                        () -> reloads++);
        var panel = new AliasPanel(aliases, policies, role::equals, page);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel);
        return panel;
    }

    private static String textOf(com.vaadin.flow.component.Component component) {
        return component.getElement().getTextRecursively();
    }
}
