package dev.precept.registry.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasMove;
import dev.precept.contracts.policy.AliasMove.Cause;
import dev.precept.contracts.rollout.Activation;
import dev.precept.contracts.rollout.Activation.State;
import dev.precept.contracts.rollout.ActivationApi;
import dev.precept.contracts.rollout.NewActivation;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryProcess;
import dev.precept.registry.testing.RegistryTest;
import dev.precept.registry.testing.TestEnvironment;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two registries on one database, each a process of its own.
@RegistryTest
class TwoRegistriesIT {

    private static final String SLUG = "two-registries";
    private static final int PATIENCE_SECONDS = 60;

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private EmbeddedPostgres postgres;
    @Autowired private DataSource dataSource;
    @Autowired private JdbcClient jdbc;

    @Test
    void bothSeeAnActivationDueAtOnceAndOneOfThemMovesTheAlias() throws Exception {
        policies.create(SLUG);
        policies.approve(SLUG);
        var api = clients.api(ActivationApi.class, "ben", Role.POLICY_ACTIVATOR);
        try (var _ = RegistryProcess.on(TestEnvironment.url(postgres));
                var holder = dataSource.getConnection()) {
            var at = Instant.now().plusSeconds(4);
            var _ = api.schedule(SLUG, new NewActivation("live", 2, at, "UTC", "both"));
            hold(holder);
            until(() -> waiting() == 2);
            holder.rollback();
            until(() -> waiting() == 0);
        }

        assertThat(api.list(SLUG, null).items())
                .extracting(Activation::state)
                .containsExactly(State.DONE);
        assertThat(moves())
                .extracting(AliasMove::cause)
                .containsExactly(Cause.SCHEDULED, Cause.POINTED);
        assertThat(ledger("policy.alias.moved")).isEqualTo(2);
        assertThat(ledger("policy.activation.failed")).isZero();
    }

    /// Keeps the policy's row, so that whoever wants to activate has to wait.
    private static void hold(Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        try (var select =
                holder.prepareStatement("select slug from policy where slug = ? for update")) {
            select.setString(1, SLUG);
            select.executeQuery();
        }
    }

    /// How many registries wait for a policy's row now; their sessions have different names.
    private int waiting() {
        return jdbc.sql(
                        """
                        select count(distinct application_name) from pg_stat_activity
                         where wait_event_type = 'Lock'
                           and query like 'select slug from policy where slug = % for update'
                        """)
                .query(Integer.class)
                .single();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int look = 0; look < PATIENCE_SECONDS * 20; look++) {
            if (condition.getAsBoolean()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("not within " + PATIENCE_SECONDS + " s");
    }

    private List<AliasMove> moves() {
        return clients.api(AliasApi.class, "ben", Role.POLICY_ACTIVATOR)
                .moves(SLUG, "live", null)
                .items();
    }

    private int ledger(String type) {
        return jdbc.sql("select count(*) from ledger_entry where subject = ? and type = ?")
                .params("policy:" + SLUG, type)
                .query(Integer.class)
                .single();
    }
}
