package dev.precept.console.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.FakeProposalApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.policy.Rule.Side;
import dev.precept.contracts.proposal.WordingProposal.State;
import java.util.List;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class MachineNoticeTest extends BrowserlessTest {

    private final FakeProposalApi proposals = new FakeProposalApi();

    @Test
    void aVersionOfPeopleHasNoNotice() {
        assertThat(notice("Sells things.").isVisible()).isFalse();
        proposals.with(State.PROPOSED, 7);
        assertThat(notice("Sells things.").isVisible()).isFalse();
    }

    @Test
    void wordsOfAMachineAreToldFromWordsThatPeopleChanged() {
        proposals.with(State.PROPOSED, 1);
        assertThat(text(notice("Sells things that nobody asked for.")))
                .contains(Samples.MODEL.name() + " proposed the wording of SP1, asked for by ava.")
                .contains("It stands as the machine wrote it.");
        assertThat(text(notice("Sells what nobody asked for.")))
                .contains("People have changed it since.");
        assertThat(text(new MachineNotice(proposals).of(version(List.of()))))
                .contains("The rule is not in the text any more.");
    }

    @Test
    void wordsOfAMachineInAnEarlierVersionAreToldAsLongAsTheyStand() {
        proposals.with(State.PROPOSED, 0);
        assertThat(text(notice("Sells things that nobody asked for.")))
                .contains(" proposed the wording of SP1 in version 0, asked for by ava.")
                .contains("It stands as the machine wrote it.");
        assertThat(notice("Sells what nobody asked for.").isVisible()).isFalse();
    }

    private Component notice(String text) {
        return new MachineNotice(proposals)
                .of(version(List.of(new Rule("SP1", Side.VIOLATES, text, 9))));
    }

    private static PolicyVersion version(List<Rule> rules) {
        var sample = new FakePolicyApi().with(PolicyVersionStatus.DRAFT).version("spam", 1);
        return new PolicyVersion(
                sample.summary(), sample.text(), rules, sample.examples(), sample.lint());
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
