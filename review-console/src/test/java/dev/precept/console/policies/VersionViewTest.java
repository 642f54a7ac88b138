package dev.precept.console.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import dev.precept.console.testing.FakeChangeRequestApi;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.FakeProse;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.CitedRule;
import dev.precept.contracts.policy.DraftEdit;
import dev.precept.contracts.policy.Opinion;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.request.ChangeRequest.You;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class VersionViewTest extends BrowserlessTest {

    private static final Opinion SENT_BACK =
            new Opinion("cd".repeat(32), "ben", false, "Say what loud means.", Samples.NOW);

    private final FakePolicyApi policies = new FakePolicyApi();
    private final FakeChangeRequestApi requests = new FakeChangeRequestApi(policies);
    private final FakeProse prose = new FakeProse();

    @Test
    void anAuthorReadsWhyADraftWasSentBackAboveTheEditor() {
        policies.with(PolicyVersionStatus.DRAFT).saidBefore(SENT_BACK);
        var text = textOf(open(RoleName.POLICY_AUTHOR));
        assertThat(text)
                .contains("What approvers said", "Sent back", "ben", "Say what loud means.")
                .contains("1 Mar 2026, 12:00:00 Z");
        assertThat($(TextArea.class).withCaption("Policy document").all()).hasSize(1);
    }

    @Test
    void everybodyReadsWhatWasSaidOfASubmittedVersionAndOfWhichText() {
        policies.with(PolicyVersionStatus.APPROVED)
                .saidBefore(SENT_BACK)
                .saidBefore(new Opinion(Samples.SHA, "ben", true, "Clear now.", Samples.NOW));
        var text = textOf(open(RoleName.REVIEWER));
        assertThat(text.indexOf("Clear now.")).isPositive();
        assertThat(text.indexOf("Say what loud means.")).isGreaterThan(text.indexOf("Clear now."));
        assertThat(text.split("Said of the text as it was submitted then", -1)).hasSize(2);
    }

    @Test
    void aVersionThatNobodyJudgedHasNoSuchPart() {
        policies.with(PolicyVersionStatus.IN_REVIEW);
        assertThat(textOf(open(RoleName.REVIEWER))).doesNotContain("What approvers said");
    }

    @Test
    void anApproverSendsBackWithAReasonAndLeavesWhatIsPrivateAgain() {
        policies.with(PolicyVersionStatus.IN_REVIEW);
        open(RoleName.POLICY_APPROVER);
        test($(Button.class).withText("Send back").single()).click();
        var send = $(Button.class).withText("Send back").all().getLast();
        assertThat(send.isEnabled()).isFalse();
        $(TextArea.class).withCaption("What is missing").single().setValue("An example for SP2.");
        test(send).click();
        assertThat(policies.opinions("spam", 1).getFirst().comment())
                .isEqualTo("An example for SP2.");
        assertThat(test($(Notification.class).single()).getText()).contains("Version 1 went back");
    }

    @Test
    void approvingIsOfferedAsTheRulesHaveItAndOtherwiseThePageSaysWhyNot() {
        policies.with(PolicyVersionStatus.IN_REVIEW);
        requests.may(new You(null, "You were the last to edit it.", null, "x", null, null));
        assertThat(textOf(open(RoleName.POLICY_APPROVER)))
                .contains("In review. You were the last to edit it.");
        assertThat($(Button.class).withText("Approve").all()).isEmpty();
        assertThat($(Button.class).withText("Send back").all()).hasSize(1);
        UI.getCurrent().removeAll();
        requests.may(new You(null, null, null, "x", null, null));
        var view = open(RoleName.POLICY_APPROVER);
        assertThat(textOf(view)).contains("Read it to the end");
        test($(Button.class).withText("Approve").single()).click();
        $(TextArea.class).withCaption("Comment").single().setValue("Clear and short.");
        test($(Button.class).withText("Approve").all().getLast()).click();
        assertThat(textOf(view)).contains("Approved", "Clear and short.");
    }

    @Test
    void makingLiveIsOfferedAsTheRulesHaveIt() {
        policies.with(PolicyVersionStatus.APPROVED);
        requests.may(new You(null, "x", "x", "x", null, "You wrote on it."));
        open(RoleName.POLICY_ACTIVATOR);
        assertThat($(Button.class).withText("Make live").all()).isEmpty();
        UI.getCurrent().removeAll();
        requests.may(new You(null, "x", "x", "x", null, null));
        open(RoleName.POLICY_ACTIVATOR);
        assertThat($(Button.class).withText("Make live").all()).hasSize(1);
    }

    @Test
    void aStaleSaveKeepsWhatWasTypedAndOffersTheOtherText() {
        policies.with(PolicyVersionStatus.DRAFT);
        open(RoleName.POLICY_AUTHOR);
        policies.save("spam", 1, new DraftEdit(0, Samples.POLICY_TEXT + "\nby eve"));
        var area = $(TextArea.class).withCaption("Policy document").single();
        area.setValue(Samples.POLICY_TEXT + "\nby ava");
        test($(Button.class).withText("Save").single()).click();
        assertThat($(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(area.getValue()).endsWith("by ava");
        assertThat(policies.text()).endsWith("by eve");
    }

    @Test
    void whatIsGoneAndStillCitedStandsBesideTheTextWithWhereItWent() {
        policies.with(PolicyVersionStatus.APPROVED);
        prose.cites(
                new CitedRule("SP7", 1, 2, true, "SP1", "", null),
                new CitedRule("SP8", 0, 1, true, null, "nobody used it", null));
        assertThat(textOf(open(RoleName.REVIEWER)))
                .contains(
                        "Rules that are gone",
                        "SP7 → SP1 (cited by 1 open case and 2 golden cases)",
                        "SP8 → none, because nobody used it (cited by 1 golden case)");
    }

    @Test
    void aRefusalForCitedRulesAsksWhereTheyWent() {
        policies.with(PolicyVersionStatus.DRAFT);
        prose.cites(new CitedRule("SP7", 0, 2, false, null, "", null));
        open(RoleName.POLICY_AUTHOR);
        policies.failWith(new PreceptException(ErrorCode.RULES_CITED, "SP7 by 2 golden cases"));
        policies.failOnce();
        test($(Button.class).withText("Submit for approval").single()).click();
        assertThat($(ComboBox.class).single().getLabel()).isEqualTo("SP7, cited by 2 golden cases");
    }

    @Test
    void anUnknownVersionAndARefusalAreLeftToTheFailurePage() {
        assertThatThrownBy(() -> open(RoleName.AUDITOR))
                .isInstanceOfSatisfying(
                        PreceptException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    private VersionView open(String role) {
        var view =
                new VersionView(policies, requests, prose.rooms(policies), List.of(), role::equals);
        view.show(policies.version("spam", 1));
        UI.getCurrent().add(view);
        return view;
    }

    private static String textOf(VersionView view) {
        return view.getElement().getTextRecursively();
    }
}
