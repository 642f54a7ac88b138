package dev.precept.registry.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Matter;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.access.Role;
import dev.precept.contracts.discussion.Anchor;
import dev.precept.contracts.discussion.DiscussionApi;
import dev.precept.contracts.discussion.NewThread;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.Decline;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Demand;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class InboxIT {

    @Autowired private ApiClients clients;

    @Test
    void everyoneSeesWhatTheirRolesConcern() {
        var author = clients.api(PolicyApi.class, "ines", Role.POLICY_AUTHOR);
        author.create(new NewPolicy("inbox-a", "Name", "What it is.", "team"));
        author.draft("inbox-a", new NewDraft(LivePolicies.TEXT));
        var mine = clients.api(MeApi.class, "ines", Role.POLICY_AUTHOR).inbox();
        assertThat(mine.drafts()).singleElement().extracting("slug").isEqualTo("inbox-a");
        assertThat(mine.awaitingApproval()).isEmpty();
        author.submit("inbox-a", 1);
        assertThat(approvals("ben")).contains("inbox-a");
        assertThat(approvals("ines")).doesNotContain("inbox-a");
        var auditor = clients.api(MeApi.class, "aldo", Role.AUDITOR).inbox();
        assertThat(auditor.openCases() + auditor.claimedCases() + auditor.deadLetters()).isZero();
        assertThat(auditor.awaitingApproval()).isEmpty();
    }

    @Test
    void whoWritesOnAVersionReadsWhyItCameBackUntilItIsSubmittedAgain() {
        var author = clients.api(PolicyApi.class, "ines", Role.POLICY_AUTHOR);
        author.create(new NewPolicy("inbox-back", "Name", "What it is.", "team"));
        author.draft("inbox-back", new NewDraft(LivePolicies.TEXT));
        author.submit("inbox-back", 1);
        clients.api(PolicyApi.class, "ben", Role.POLICY_APPROVER)
                .decline("inbox-back", 1, new Decline("Say what loud means."));
        assertThat(matters("ines"))
                .singleElement()
                .satisfies(matter -> {
                    assertThat(matter.kind()).isEqualTo(Matter.Kind.REQUEST_DECLINED);
                    assertThat(matter.slug()).isEqualTo("inbox-back");
                    assertThat(matter.detail()).isEqualTo("ben declined it: Say what loud means.");
                });
        assertThat(matters("someone-else")).isEmpty();
        author.submit("inbox-back", 1);
        assertThat(matters("ines")).isEmpty();
    }

    @Test
    void whatHasEveryApprovalAndLacksNothingMoreWaitsForItsWriters() {
        var author = clients.api(PolicyApi.class, "ivo", Role.POLICY_AUTHOR);
        author.create(new NewPolicy("inbox-done", "Name", "What it is.", "team"));
        clients.api(ChangeRequestApi.class, "cleo", Role.POLICY_APPROVER)
                .setRules(
                        "inbox-done",
                        "0",
                        new ApprovalRulesEdit(1, List.of(), Set.of(Demand.THREADS_RESOLVED)));
        author.draft("inbox-done", new NewDraft(LivePolicies.TEXT));
        var sha256 = String.valueOf(author.submit("inbox-done", 1).summary().sha256());
        var talk = clients.api(DiscussionApi.class, "ben", Role.POLICY_APPROVER);
        var thread = talk.open("inbox-done", 1, new NewThread(new Anchor(null, null), "How loud?"));
        clients.api(PolicyApi.class, "ben", Role.POLICY_APPROVER)
                .approve("inbox-done", 1, new Approval(sha256, ""));
        assertThat(matters("ivo")).isEmpty();
        talk.resolve("inbox-done", 1, thread.id());
        assertThat(matters("ivo"))
                .singleElement()
                .extracting(Matter::kind)
                .isEqualTo(Matter.Kind.REQUEST_TO_CONCLUDE);
    }

    private List<Matter> matters(String author) {
        return clients.api(MeApi.class, author, Role.POLICY_AUTHOR).inbox().matters();
    }

    @Test
    void signInIsRecorded() {
        clients.api(MeApi.class, "signy", Role.REVIEWER, Role.AUDITOR).signedIn();
        var entries =
                clients.api(LedgerApi.class, "aldo", Role.AUDITOR)
                        .list("person:signy", null, "person.signed-in", null)
                        .items();
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().actor()).isEqualTo("signy");
        assertThat(entries.getFirst().payload())
                .containsEntry("roles", List.of("auditor", "reviewer"));
    }

    @Test
    void servicesHaveNoInbox() {
        var service = clients.api(MeApi.class, "shop", Role.SUBMITTER);
        assertThatThrownBy(service::inbox).isInstanceOf(HttpClientErrorException.Forbidden.class);
        assertThatThrownBy(service::signedIn)
                .isInstanceOf(HttpClientErrorException.Forbidden.class);
    }

    private List<String> approvals(String name) {
        return clients
                .api(MeApi.class, name, Role.POLICY_APPROVER)
                .inbox()
                .awaitingApproval()
                .stream()
                .map(version -> version.slug())
                .toList();
    }
}
