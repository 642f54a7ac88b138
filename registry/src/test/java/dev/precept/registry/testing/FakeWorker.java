package dev.precept.registry.testing;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.Completion;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.LeaseApi;
import dev.precept.contracts.queue.LeaseRequest;
import dev.precept.contracts.queue.LeasedJob;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.contracts.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// A worker of the policy [LivePolicies#TEXT] that says what a test wants. Jobs of other policies,
/// which other tests left waiting, it answers as safe.
public final class FakeWorker {

    private static final ModelCard MODEL =
            new ModelCard("fake", "0".repeat(64), "none", Map.of("temperature", "0"));

    private static final double SURE = 0.9;

    private final LeaseApi api;
    private final WorkerId id = new WorkerId(UUID.randomUUID());

    public FakeWorker(ApiClients clients) {
        this.api = clients.api(LeaseApi.class, "precept-worker", Role.WORKER);
    }

    /// Leases whatever waits now.
    ///
    /// @return the jobs of the policy
    public List<Leased> lease(String slug) {
        var mine = new ArrayList<Leased>();
        var others = new ArrayList<JobResult>();
        var request = new LeaseRequest(id, LeaseRequest.MAX_CAPACITY, 0, List.of());
        for (var grant = api.lease(request);
                !grant.groups().isEmpty();
                grant = api.lease(request)) {
            for (var group : grant.groups()) {
                for (var job : group.jobs()) {
                    if (group.policyVersion().slug().equals(slug)) {
                        mine.add(new Leased(group.policyVersion(), job));
                    } else {
                        others.add(Judge.judged(job, Outcome.SAFE, SURE));
                    }
                }
            }
        }
        if (!others.isEmpty()) {
            api.complete(new Completion(id, MODEL, others));
        }
        return mine;
    }

    /// Judges what was leased.
    ///
    /// @return how many results counted
    public int judge(List<Leased> jobs, Function<Leased, Outcome> judgement) {
        if (jobs.isEmpty()) {
            return 0;
        }
        var results =
                jobs.stream()
                        .map(each -> Judge.judged(each.job(), judgement.apply(each), SURE))
                        .toList();
        return api.complete(new Completion(id, MODEL, results)).accepted();
    }

    public int judge(List<Leased> jobs, Outcome outcome) {
        return judge(jobs, job -> outcome);
    }

    /// A job in this worker's hands.
    public record Leased(PolicyVersionRef version, LeasedJob job) {}
}
