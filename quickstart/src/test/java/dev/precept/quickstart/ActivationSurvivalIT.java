package dev.precept.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasMove;
import dev.precept.contracts.policy.AliasMove.Cause;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.rollout.Activation;
import dev.precept.contracts.rollout.Activation.State;
import dev.precept.contracts.rollout.ActivationApi;
import dev.precept.contracts.rollout.NewActivation;
import dev.precept.quickstart.testing.RunningQuickstart;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// The registry is killed before activations are due. The next one does them, late and once, or
/// says why not.
class ActivationSurvivalIT {

    private static final String FREE = "late-hours";
    private static final String GATED = "late-gates";

    private final RunningQuickstart quickstart = RunningQuickstart.shared();

    @Test
    void whatCameDueWhileNoRegistryRanHappensOnceOrIsRefusedInWords() throws Exception {
        var author = quickstart.clients("policy-author");
        var approver = quickstart.clients("policy-approver");
        twoVersions(FREE, author, approver);
        twoVersions(GATED, author, approver);
        var registry = quickstart.application("registry");
        var activations = approver.createClient(ActivationApi.class);
        var at = Instant.now().plusSeconds(5);
        activations.schedule(GATED, new NewActivation(Policy.LIVE, 2, at, "UTC", "late"));
        activations.schedule(FREE, new NewActivation(Policy.LIVE, 2, at, "UTC", "late"));
        approver.createClient(EvaluationApi.class)
                .setGates(GATED, "0", new GateEdit(List.of(new Gate(Gate.Kind.RECALL, 0.95))));

        registry.destroyForcibly();
        registry.onExit().join();
        assertThat(pending()).as("activations when the registry died").isEqualTo(2);

        var done = ended(activations, FREE);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(approver.createClient(AliasApi.class).moves(FREE, Policy.LIVE, null).items())
                .extracting(AliasMove::cause)
                .containsExactly(Cause.SCHEDULED, Cause.POINTED);
        assertThat(ledger(FREE, "policy.alias.moved")).isEqualTo(2);
        var refused = ended(activations, GATED);
        assertThat(refused.state()).isEqualTo(State.FAILED);
        assertThat(Objects.requireNonNull(refused.failure()).detail()).contains("RECALL");
        assertThat(ledger(GATED, "policy.alias.moved")).isEqualTo(1);
        assertThat(ledger(GATED, "policy.activation.failed")).isEqualTo(1);
    }

    private static void twoVersions(
            String slug, HttpServiceProxyFactory author, HttpServiceProxyFactory approver) {
        var writing = author.createClient(PolicyApi.class);
        var approving = approver.createClient(PolicyApi.class);
        writing.create(new NewPolicy(slug, "Late hours", "Hours that come late.", "Forum"));
        var text = writing.version("spam", 1).text();
        for (int number = 1; number <= 2; number++) {
            writing.draft(slug, new NewDraft(text));
            var sha256 = writing.submit(slug, number).summary().sha256();
            approving.approve(slug, number, new Approval(Objects.requireNonNull(sha256), "fine"));
        }
        approving.pointAlias(slug, Policy.LIVE, new AliasTarget(1));
    }

    private static Activation ended(ActivationApi activations, String slug) {
        RunningQuickstart.await(
                "the end of the activation of " + slug,
                () -> {
                    try {
                        return only(activations, slug).state() != State.PENDING;
                    } catch (RestClientException restarting) {
                        return false;
                    }
                });
        return only(activations, slug);
    }

    private static Activation only(ActivationApi activations, String slug) {
        return activations.list(slug, null).items().getFirst();
    }

    private int pending() throws IOException, SQLException {
        return count(
                "select count(*) from scheduled_activation where state = 'PENDING' and slug in (?, ?)",
                FREE,
                GATED);
    }

    private int ledger(String slug, String type) throws IOException, SQLException {
        return count(
                "select count(*) from ledger_entry where subject = ? and type = ?",
                "policy:" + slug,
                type);
    }

    private int count(String sql, String... parameters) throws IOException, SQLException {
        try (var connection = quickstart.database();
                var query = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                query.setString(index + 1, parameters[index]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
