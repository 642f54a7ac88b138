package dev.precept.console.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import dev.precept.console.testing.FakeQueueApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.Inbox;
import dev.precept.contracts.access.Matter;
import dev.precept.contracts.access.Matter.Kind;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;

@ViewPackages(classes = Samples.class)
class HomeViewTest extends BrowserlessTest {

    private static final Clock CLOCK =
            Clock.fixed(Samples.NOW.plus(Duration.ofHours(2)), ZoneOffset.UTC);

    @Test
    void whereNothingWaitsThePageSaysSoKindly() {
        var view = open(inbox(0, 0, List.of(), List.of(), 0), RoleName.AUDITOR);
        assertThat(view.cardTexts()).isEmpty();
        assertThat(textOf(view)).contains("Nothing waits for you");
    }

    @Test
    void aClaimedCaseComesBeforeTheOpenOnes() {
        var view = open(inbox(7, 1, List.of(), List.of(), 0), RoleName.REVIEWER);
        assertThat(view.cardTexts())
                .satisfiesExactly(
                        held -> assertThat(held).contains("1", "case in your hands"),
                        open -> assertThat(open).contains("7", "cases open to review"));
    }

    @Test
    void aPersonWhoReviewsNothingSeesNoCases() {
        var view = open(inbox(7, 0, List.of(), List.of(), 0), RoleName.OPERATOR);
        assertThat(view.cardTexts()).isEmpty();
    }

    @Test
    void aVersionThatWaitsForApprovalLeadsToItsPage() {
        var waiting = Samples.version(PolicyVersionStatus.IN_REVIEW, 1, List.of());
        var view = open(inbox(0, 0, List.of(waiting), List.of(), 0), RoleName.POLICY_APPROVER);
        assertThat(view.cardTexts())
                .singleElement()
                .asString()
                .contains("spam · version 1", "waits for your approval", "by ava", "2 h 0 min ago");
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("policies/spam/versions/1/request");
    }

    @Test
    void whatWentWrongOrIsOwedComesFirstAndLeadsToWhereItIsMended() {
        var draft = Samples.version(PolicyVersionStatus.DRAFT, 1, List.of());
        var matters =
                List.of(
                        matter(Kind.BREAK_GLASS_UNREVIEWED, 3),
                        matter(Kind.ACTIVATION_FAILED, 2),
                        matter(Kind.REQUEST_TO_MERGE, 4),
                        matter(Kind.REQUEST_DECLINED, 1));
        var inbox = new Inbox(0, 0, List.of(), List.of(draft), List.of(), matters, 0);
        assertThat(open(inbox, RoleName.POLICY_APPROVER).cardTexts())
                .satisfiesExactly(
                        glass -> assertThat(glass).contains("version 3", "waits for a review"),
                        failed -> assertThat(failed).contains("activation failed", "Because."),
                        merge -> assertThat(merge).contains("must be merged"),
                        back -> assertThat(back).contains("version 1", "sent back to you"));
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .containsExactly(
                        "policies/spam/rollout",
                        "policies/spam/rollout",
                        "policies/spam/versions/4/request",
                        "policies/spam/versions/1");
    }

    @Test
    void anAuthorSeesOwnDraftsAndAnOperatorJobsGivenUp() {
        var draft = Samples.version(PolicyVersionStatus.DRAFT, 1, List.of());
        var view = open(inbox(0, 0, List.of(), List.of(draft), 3), RoleName.POLICY_AUTHOR);
        assertThat(view.cardTexts())
                .satisfiesExactly(
                        mine -> assertThat(mine).contains("your draft"),
                        dead -> assertThat(dead).contains("3", "jobs given up"));
    }

    @Test
    void everybodySeesTheStateOfTheService() {
        var view = open(inbox(0, 0, List.of(), List.of(), 0), RoleName.AUDITOR);
        assertThat(textOf(view)).contains("45", "jobs waiting", "with workers");
    }

    @Test
    void aRegistryThatIsAwayIsLeftToTheFailurePage() {
        var away = new FakeMe(inbox(0, 0, List.of(), List.of(), 0), true);
        assertThatThrownBy(() -> view(away, RoleName.AUDITOR))
                .isInstanceOf(ResourceAccessException.class);
    }

    private static Inbox inbox(
            int open,
            int held,
            List<PolicyVersionSummary> approvals,
            List<PolicyVersionSummary> drafts,
            int dead) {
        return new Inbox(open, held, approvals, drafts, List.of(), List.of(), dead);
    }

    private static Matter matter(Kind kind, int version) {
        return new Matter(kind, "spam", version, "Because.", Samples.NOW);
    }

    private static HomeView open(Inbox inbox, String role) {
        var view = view(new FakeMe(inbox, false), role);
        UI.getCurrent().add(view);
        return view;
    }

    private static HomeView view(MeApi me, String role) {
        return new HomeView(me, new FakeQueueApi(CLOCK), role::equals, () -> "lena", CLOCK);
    }

    private static String textOf(HomeView view) {
        return view.getElement().getTextRecursively();
    }

    private record FakeMe(Inbox answer, boolean away) implements MeApi {

        @Override
        public Inbox inbox() {
            if (away) {
                throw new ResourceAccessException("connection refused");
            }
            return answer;
        }

        @Override
        public void signedIn() {}
    }
}
