package dev.precept.registry.evaluation;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.Completion;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.LeaseApi;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.contracts.queue.LeaseRequest;
import dev.precept.contracts.queue.LeasedJob;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/// A worker that answers at once what a test says of version and text.
final class PatientJudge {

    private static final ModelCard MODEL = new ModelCard("fake", "1".repeat(64), "none", Map.of());

    private final LeaseApi api;
    private final WorkerId id = new WorkerId(UUID.randomUUID());

    PatientJudge(ApiClients clients) {
        this.api = clients.api(LeaseApi.class, "precept-worker", Role.WORKER);
    }

    /// Leases once.
    ///
    /// @return how many jobs of the policy were judged
    int some(String slug, BiFunction<PolicyVersionRef, String, Outcome> answer) {
        var grant = api.lease(new LeaseRequest(id, LeaseRequest.MAX_CAPACITY, 1, List.of()));
        var results = new ArrayList<JobResult>();
        int asked = 0;
        for (var group : grant.groups()) {
            boolean wanted = group.policyVersion().slug().equals(slug);
            asked += wanted ? group.jobs().size() : 0;
            for (var job : group.jobs()) {
                results.add(
                        judged(
                                job,
                                wanted
                                        ? answer.apply(
                                                group.policyVersion(), job.content().asText())
                                        : Outcome.SAFE));
            }
        }
        if (!results.isEmpty()) {
            api.complete(new Completion(id, MODEL, results));
        }
        return asked;
    }

    private static JobResult judged(LeasedJob job, Outcome outcome) {
        boolean violates = outcome == Outcome.VIOLATES;
        return new JobResult.Judged(
                new LeaseRef(job.id(), job.fencingToken()),
                outcome,
                violates ? List.of("noise") : List.of(),
                violates ? List.of("NO1") : List.of(),
                new Confidence(0.1, Confidence.Source.STATED),
                "closest to NO1",
                false,
                1,
                null);
    }
}
