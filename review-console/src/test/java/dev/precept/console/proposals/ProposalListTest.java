package dev.precept.console.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.testing.FakeFleetApi;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.FakeProposalApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.proposal.WordingProposal.State;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class ProposalListTest extends BrowserlessTest {

    private final FakePolicyApi policies = new FakePolicyApi().with(PolicyVersionStatus.APPROVED);
    private final FakeProposalApi proposals = new FakeProposalApi();

    @Test
    void withoutProposalsNothingIsSeen() {
        assertThat(open(RoleName.POLICY_AUTHOR).isVisible()).isFalse();
    }

    @Test
    void aProposalSaysWhoWroteItWhatItChangesAndWhatItMayHaveBeenToldByContents() {
        proposals.with(State.PROPOSED, null);
        open(RoleName.AUDITOR);
        assertThat(text())
                .contains("SP1 in other words", "Written by a machine")
                .contains(Samples.MODEL.name() + " wrote this. It is a proposal")
                .contains("Sells things.", "Sells things that nobody asked for.")
                .contains("The model read 2 of 2 cases")
                .contains("The content addresses the classifier.")
                .doesNotContain("The plumber was asked.");
        assertThat($(Button.class).withText("Open a draft with it").all()).isEmpty();
    }

    @Test
    void anAuthorTakesItIntoADraft() {
        proposals.with(State.PROPOSED, null);
        open(RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Open a draft with it").single()).click();
        assertThat(test($(Notification.class).single()).getText())
                .contains("Draft 2 has the proposed wording. Only you can submit it.");
        open(RoleName.POLICY_AUTHOR);
        assertThat(text()).contains("Version 2 began with it");
        assertThat($(Button.class).withText("Open a draft with it").all()).isEmpty();
    }

    @Test
    void whatIsBeingWrittenCanBeCancelled() {
        proposals.with(State.WRITING, null);
        open(RoleName.POLICY_AUTHOR);
        assertThat(text()).contains("A model is writing");
        test($(Button.class).withText("Cancel").single()).click();
        assertThat(text()).contains("Cancelled").doesNotContain("A model is writing");
    }

    @Test
    void aFailureIsToldInWords() {
        proposals.with(State.FAILED, null);
        open(RoleName.POLICY_AUTHOR);
        assertThat(text()).contains("No wording", "no answer in time");
    }

    @Test
    void olderOnesComePageByPage() {
        proposals.with(State.FAILED, null).andNewer(State.PROPOSED);
        open(RoleName.POLICY_AUTHOR);
        assertThat(text()).contains("SP1 in other words").doesNotContain("no answer in time");
        test($(Button.class).withText("Show older").single()).click();
        assertThat(text()).contains("SP1 in other words", "no answer in time");
        assertThat($(Button.class).withText("Show older").all()).isEmpty();
    }

    private ProposalList open(String role) {
        var page =
                new PolicyPage(
                        policies.get("spam"),
                        () -> policies.versions("spam"),
                        QueryParameters.empty(),
                        () -> {});
        var list = new ProposalRooms(proposals, new FakeFleetApi(), role::equals).list(page);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(list);
        return list;
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
