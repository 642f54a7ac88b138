package dev.precept.registry.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.access.Role;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.List;
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
