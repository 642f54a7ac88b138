package dev.precept.infra.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.queue.LeaseApi;
import dev.precept.contracts.queue.LeaseRequest;
import dev.precept.contracts.request.ApprovalRulesEdit;
import dev.precept.contracts.request.ChangeRequestApi;
import dev.precept.contracts.request.Demand;
import dev.precept.contracts.request.GroupShare;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.client.HttpClientErrorException.Forbidden;

/// People and services sign in at a real Keycloak with the demo realm, and the registry knows their
/// names, roles and groups.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakIT {

    private static final Path TEXT =
            Path.of("../quickstart/src/main/resources/starter/spam/policy.md");

    private final Keycloak keycloak = Keycloak.start();
    private final Registry registry = Registry.start(keycloak.issuer());
    private final SignIn signIn = new SignIn(keycloak.issuer());

    KeycloakIT() throws Exception {}

    @BeforeAll
    void awaitReady() throws Exception {
        registry.awaitReady();
        keycloak.awaitReady();
    }

    @AfterAll
    void stop() throws Exception {
        registry.close();
        keycloak.close();
    }

    @Test
    void rulesThatAskAGroupAreMetByItsMembersOnly() throws Exception {
        var ava = signIn.person("ava");
        var policies = registry.api(PolicyApi.class, ava);
        policies.create(new NewPolicy("quiet", "Quiet", "What is quiet.", "Forum"));
        askLegal();
        policies.draft("quiet", new NewDraft(Files.readString(TEXT)));
        var submitted = policies.submit("quiet", 1).summary();
        assertThat(submitted.author()).isEqualTo("ava");
        var approval = new Approval(Objects.requireNonNull(submitted.sha256()), "fine");

        assertThat(approve("ben", approval)).isEqualTo(PolicyVersionStatus.IN_REVIEW);
        assertThat(registry.api(ChangeRequestApi.class, ava).request("quiet", 1).missing())
                .containsExactly("1 more approval from the group legal is needed.");
        assertThat(approve("cleo", approval)).isEqualTo(PolicyVersionStatus.APPROVED);
    }

    @Test
    void whoHasNoRoleForACallIsRefused() throws Exception {
        var rita = registry.api(PolicyApi.class, signIn.person("rita"));
        assertThat(rita.list()).isNotNull();
        assertThatThrownBy(
                        () -> rita.create(new NewPolicy("loud", "Loud", "What is loud.", "Forum")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void servicesHaveTheirRoleAndArePeopleNowhere() throws Exception {
        var worker = signIn.service("precept-worker");
        var lease = new LeaseRequest(new WorkerId(UUID.randomUUID()), 1, 0, List.of());
        assertThat(registry.api(LeaseApi.class, worker).lease(lease).groups()).isEmpty();
        assertThatThrownBy(() -> registry.api(PolicyApi.class, worker).list())
                .isInstanceOf(Forbidden.class);
    }

    private void askLegal() throws Exception {
        registry.api(ChangeRequestApi.class, signIn.person("ben"))
                .setRules(
                        "quiet",
                        "0",
                        new ApprovalRulesEdit(
                                1,
                                List.of(new GroupShare("legal", 1)),
                                Set.of(Demand.AUTHOR_MAY_NOT_APPROVE)));
    }

    private PolicyVersionStatus approve(String person, Approval approval) throws Exception {
        return registry.api(PolicyApi.class, signIn.person(person))
                .approve("quiet", 1, approval)
                .summary()
                .status();
    }
}
