package dev.precept.console.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.proposals.ProposalRooms;
import dev.precept.console.rights.Rights;
import dev.precept.console.testing.FakeFleetApi;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.FakeProposalApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.correction.CorrectionApi;
import dev.precept.contracts.correction.CorrectionClusters;
import dev.precept.contracts.correction.CorrectionClusters.Cluster;
import dev.precept.contracts.correction.CorrectionClusters.Finding;
import dev.precept.contracts.correction.CorrectionClusters.NearRule;
import dev.precept.contracts.correction.CorrectionDraft;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class CorrectionsTabTest extends BrowserlessTest {

    private static final String WORDS = "the plumber asked for a deposit";

    private final FakePolicyApi policies = new FakePolicyApi().with(PolicyVersionStatus.APPROVED);
    private final Corrections corrections = new Corrections();
    private final FakeFleetApi fleet = new FakeFleetApi();
    private final FakeProposalApi proposals = new FakeProposalApi();

    @Test
    void withoutCorrectionsThePageSaysWhereTheyComeFrom() {
        assertThat(textOf(open(RoleName.POLICY_AUTHOR))).contains("Nothing was overturned yet");
    }

    @Test
    void whatIsNotComparedYetIsTold() {
        corrections.unread = 3;
        assertThat(textOf(open(RoleName.POLICY_AUTHOR))).contains("3 cases not compared yet");
    }

    @Test
    void aClusterSaysWhatItMeansForTheTextAndKeepsItsContentBlurred() {
        corrections.clusters.add(cluster(Finding.CONTRADICTORY));
        var text = textOf(open(RoleName.AUDITOR));
        assertThat(text)
                .contains("2 cases", "The text is contradictory", "goes before")
                .contains("Violates 1, Safe 1", "SP2 in 2", "0.81")
                .doesNotContain(WORDS);
        assertThat($(Button.class).withText("Open a draft from these").all()).isEmpty();
        test($(Button.class).withText("Reveal").single()).click();
        assertThat(textOf(UI.getCurrent())).contains(WORDS);
    }

    @Test
    void anAuthorOpensADraftFromTheCases() {
        var cluster = cluster(Finding.SILENT);
        corrections.clusters.add(cluster);
        open(RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Open a draft from these").single()).click();
        assertThat(corrections.drafted).containsExactlyElementsOf(cluster.cases());
        assertThat(test($(Notification.class).single()).getText())
                .contains("Draft 2", "2 cases protected");
    }

    @Test
    void aWordingIsAskedForOnlyWhereAWorkerWrites() {
        var cluster = cluster(Finding.MISREAD);
        corrections.clusters.add(cluster);
        open(RoleName.POLICY_AUTHOR);
        assertThat($(Button.class).withText("Ask a model for a wording").all()).isEmpty();
        fleet.addWriter();
        open(RoleName.REVIEWER);
        assertThat($(Button.class).withText("Ask a model for a wording").all()).isEmpty();
        open(RoleName.POLICY_AUTHOR);
        test($(Button.class).withText("Ask a model for a wording").single()).click();
        assertThat(proposals.wish().cases()).isEqualTo(cluster.cases());
        assertThat(textOf(UI.getCurrent())).contains("Waiting for a worker", "Asked for by ava");
    }

    @Test
    void whoMayNotSeeContentsIsToldSo() {
        corrections.clusters.add(cluster(Finding.MISREAD));
        assertThat(textOf(open(RoleName.POLICY_ACTIVATOR)))
                .contains("Contents are not shown to your roles");
    }

    private static Cluster cluster(Finding finding) {
        return new Cluster(
                List.of(new CaseId(new UUID(7, 1)), new CaseId(new UUID(7, 2))),
                Map.of(Outcome.SAFE, 1, Outcome.VIOLATES, 1),
                Map.of("SP2", 2),
                List.of(new NearRule("SP2", Rule.Side.VIOLATES, 0.81)),
                finding,
                "Like contents were overturned in both directions.",
                new Message(WORDS));
    }

    private Component open(String role) {
        var page =
                new PolicyPage(
                        policies.get("spam"),
                        () -> policies.versions("spam"),
                        QueryParameters.empty(),
                        () -> {});
        Rights rights = role::equals;
        var rooms = new ProposalRooms(proposals, fleet, rights);
        var panel = new CorrectionsTab(corrections, rooms, rights).open(page);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel);
        return panel;
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static final class Corrections implements CorrectionApi {

        private final List<Cluster> clusters = new ArrayList<>();
        private final List<CaseId> drafted = new ArrayList<>();
        private int unread;

        @Override
        public CorrectionClusters clusters(String slug) {
            return new CorrectionClusters(1, unread, clusters);
        }

        @Override
        public CorrectionDraft draft(String slug, From cases) {
            drafted.addAll(cases.cases());
            return new CorrectionDraft(2, cases.cases().size());
        }
    }
}
