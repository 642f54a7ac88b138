package dev.precept.registry.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.fleet.FleetApi;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.fleet.WorkerRegistration;
import dev.precept.contracts.proposal.NewProposal;
import dev.precept.contracts.proposal.ProposalApi;
import dev.precept.contracts.proposal.ProposalId;
import dev.precept.contracts.proposal.WordingAnswer.Claimed;
import dev.precept.contracts.proposal.WordingAnswer.Reworded;
import dev.precept.contracts.proposal.WordingTask;
import dev.precept.contracts.proposal.WordingTaskApi;
import dev.precept.contracts.verdict.Account;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Overturns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/// An author, and a worker that writes what tests say.
final class ProposalWorld implements AutoCloseable {

    static final ModelCard MODEL =
            new ModelCard("writer", "cd".repeat(32), "test", Map.of("temperature", "0"));
    static final Account ACCOUNT =
            new Account(
                    "They play by day.",
                    1,
                    List.of(),
                    new Account.Tokens(400, 0, 9, 30),
                    new Account.Timing(1, 2, 3));

    private final ApiClients clients;
    private final LivePolicies policies;
    private final JdbcTemplate jdbc;
    private final ProposalApi author;
    private final WordingTaskApi tasks;
    private final FleetApi fleet;
    private WorkerId worker;

    ProposalWorld(ApiClients clients, LivePolicies policies, JdbcTemplate jdbc) {
        this.clients = clients;
        this.policies = policies;
        this.jdbc = jdbc;
        this.author = clients.api(ProposalApi.class, "ava", Role.POLICY_AUTHOR);
        this.tasks = clients.api(WordingTaskApi.class, "precept-worker", Role.WORKER);
        this.fleet = clients.api(FleetApi.class, "precept-worker", Role.WORKER);
        this.worker = joined();
    }

    ProposalApi author() {
        return author;
    }

    WordingTaskApi tasks() {
        return tasks;
    }

    FleetApi fleet() {
        return fleet;
    }

    WorkerId worker() {
        return worker;
    }

    /// The worker is gone, and another one is there.
    void replaceWorker() {
        fleet.stop(worker);
        worker = joined();
    }

    /// A policy with one overturned case, and the wish for a wording.
    ProposalId waiting(String slug, String text) {
        policies.create(slug);
        var cases = new Overturns(clients, jdbc).of(slug, text);
        return author.propose(slug, new NewProposal(cases)).id();
    }

    /// The task that waits, claimed by the worker.
    WordingTask claim() {
        var claimed = tasks.claim(new WordingTaskApi.Claim(worker));
        assertThat(claimed).hasSize(1);
        return claimed.getFirst();
    }

    /// Another worker that writes.
    WorkerId joined() {
        var id = new WorkerId(UUID.randomUUID());
        fleet.register(id, new WorkerRegistration("writer", "openai", MODEL, 1, "1.0", true));
        return id;
    }

    Claimed claimed(WordingTask task) {
        return new Claimed(worker, task.attempt());
    }

    Reworded reworded(WordingTask task, String rule, String text) {
        return new Reworded(
                claimed(task),
                rule,
                text,
                "Night was not said.",
                task.corrections().size(),
                MODEL,
                ACCOUNT);
    }

    /// Nothing waits for the tests that follow.
    @Override
    public void close() {
        jdbc.update(
                "update wording_proposal set state = 'CANCELLED', ended_at = now() where state in ('WAITING', 'WRITING')");
    }
}
