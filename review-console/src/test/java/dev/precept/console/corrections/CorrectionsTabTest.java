package dev.precept.console.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
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
import dev.precept.contracts.correction.CorrectedCase;
import dev.precept.contracts.correction.CorrectionApi;
import dev.precept.contracts.correction.CorrectionClusters;
import dev.precept.contracts.correction.CorrectionClusters.Cluster;
import dev.precept.contracts.correction.CorrectionClusters.Finding;
import dev.precept.contracts.correction.CorrectionClusters.NearRule;
import dev.precept.contracts.correction.CorrectionDraft;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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
        corrections.clusters.add(cluster(Finding.CONTRADICTORY, 2));
        var text = textOf(open(RoleName.AUDITOR));
        assertThat(text)
                .contains("2 cases", "The text is contradictory", "goes before")
                .contains("Violates 1, Safe 1", "SP2 in 2", "0.81")
                .doesNotContain(WORDS);
        test($(Button.class).withText("Reveal").single()).click();
        assertThat(textOf(UI.getCurrent())).contains(WORDS);
    }

    @Test
    void theCasesAreReadAFewAtATimeEachBlurred() {
        corrections.clusters.add(cluster(Finding.SILENT, 7));
        open(RoleName.AUDITOR);

        press("Read the 7 cases");

        assertThat(textOf(UI.getCurrent()))
                .contains("Case 5", "5 of 7 shown", "A deposit is usual.")
                .doesNotContain(WORDS, "Case 6");
        assertThat($(Checkbox.class).all()).isEmpty();
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .hasSize(5)
                .contains("cases/" + new CaseId(new UUID(7, 1)));
        press("Show more");
        assertThat(textOf(UI.getCurrent())).contains("Case 7", "7 cases in all");
        assertThat($(Button.class).withText("Show more").all()).isEmpty();
        test($(Button.class).withText("Reveal").all().getLast()).click();
        assertThat(textOf(UI.getCurrent())).contains(WORDS + " 7").doesNotContain(WORDS + " 6");
    }

    @Test
    void anAuthorOpensADraftFromTheCasesThatWereChosen() {
        corrections.clusters.add(cluster(Finding.SILENT, 3));
        open(RoleName.POLICY_AUTHOR);
        press("Read the 3 cases");
        assertThat($(Button.class).withText("Open a draft").single().isEnabled()).isFalse();
        assertThat($(Anchor.class).all()).isEmpty();

        choose("Case 3");
        choose("Case 1");
        press("Open a draft from 2 cases");

        assertThat(corrections.drafted)
                .containsExactly(new CaseId(new UUID(7, 1)), new CaseId(new UUID(7, 3)));
        assertThat(test($(Notification.class).single()).getText())
                .contains("Draft 2", "2 cases protected");
    }

    @Test
    void allThatAreShownAreChosenTogetherAndNoneThatIsNot() {
        corrections.clusters.add(cluster(Finding.SILENT, 7));
        open(RoleName.POLICY_AUTHOR);
        press("Read the 7 cases");

        choose("Choose all that are shown");
        assertThat($(Button.class).withText("Open a draft from 5 cases").all()).hasSize(1);
        press("Show more");
        assertThat(all().getValue()).isFalse();
        choose("Choose all that are shown");
        assertThat($(Button.class).withText("Open a draft from 7 cases").all()).hasSize(1);
        choose("Case 2");
        assertThat(all().getValue()).isFalse();
        press("Open a draft from 6 cases");
        assertThat(corrections.drafted).hasSize(6).doesNotContain(new CaseId(new UUID(7, 2)));
    }

    @Test
    void aWordingIsAskedForOnlyWhereAWorkerWritesAndForWhatWasChosen() {
        corrections.clusters.add(cluster(Finding.MISREAD, 2));
        open(RoleName.POLICY_AUTHOR);
        press("Read the 2 cases");
        assertThat($(Button.class).withText("Ask a model for a wording").all()).isEmpty();
        fleet.addWriter();
        open(RoleName.REVIEWER);
        press("Read the 2 cases");
        assertThat($(Button.class).withText("Ask a model for a wording").all()).isEmpty();
        open(RoleName.POLICY_AUTHOR);
        press("Read the 2 cases");
        choose("Case 2");
        press("Ask a model for a wording");
        assertThat(proposals.wish().cases()).containsExactly(new CaseId(new UUID(7, 2)));
        assertThat(textOf(UI.getCurrent())).contains("Waiting for a worker", "Asked for by ava");
    }

    @Test
    void whoMayNotSeeContentsIsToldSo() {
        corrections.clusters.add(cluster(Finding.MISREAD, 2));
        assertThat(textOf(open(RoleName.POLICY_ACTIVATOR)))
                .contains("Contents are not shown to your roles");
    }

    private void press(String name) {
        test($(Button.class).withText(name).single()).click();
    }

    private void choose(String label) {
        test($(Checkbox.class).withCondition(box -> label.equals(box.getLabel())).single()).click();
    }

    private Checkbox all() {
        return $(Checkbox.class)
                .withCondition(box -> "Choose all that are shown".equals(box.getLabel()))
                .single();
    }

    private static Cluster cluster(Finding finding, int size) {
        return new Cluster(
                IntStream.rangeClosed(1, size)
                        .mapToObj(number -> new CaseId(new UUID(7, number)))
                        .toList(),
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
        public List<CorrectedCase> cases(String slug, From cases) {
            return cases.cases().stream().map(Corrections::read).toList();
        }

        private static CorrectedCase read(CaseId id) {
            return new CorrectedCase(
                    id,
                    new Message(WORDS + " " + id.value().getLeastSignificantBits()),
                    Outcome.VIOLATES,
                    List.of("SP2"),
                    new GoldenExpectation(Outcome.SAFE, null, null),
                    "A deposit is usual.");
        }

        @Override
        public CorrectionDraft draft(String slug, From cases) {
            drafted.addAll(cases.cases());
            return new CorrectionDraft(2, cases.cases().size());
        }
    }
}
