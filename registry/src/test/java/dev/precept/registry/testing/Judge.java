package dev.precept.registry.testing;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/// A worker that leases through the API and answers without thinking: as asked for the jobs of one
/// policy, and safe for whatever other tests left waiting.
public final class Judge {

    private static final ModelCard MODEL =
            new ModelCard("fake", "0".repeat(64), "none", Map.of("temperature", "0"));

    private final LeaseApi api;
    private final WorkerId id = new WorkerId(UUID.randomUUID());

    public Judge(ApiClients clients) {
        this.api = clients.api(LeaseApi.class, "precept-worker", Role.WORKER);
    }

    /// Leases once, at most a thousand jobs.
    ///
    /// @return how many of the policy's jobs were judged
    public int some(String slug, Outcome outcome, double confidence) {
        return some(slug, (version, text) -> outcome, confidence);
    }

    /// Leases once, and judges each of the policy's jobs by version and text.
    public int some(
            String slug, BiFunction<PolicyVersionRef, String, Outcome> outcome, double confidence) {
        return answer(
                slug,
                (version, job) ->
                        judged(job, outcome.apply(version, job.content().asText()), confidence));
    }

    /// Leases until as many of the policy's jobs are judged.
    public void all(int jobs, String slug, Outcome outcome, double confidence) {
        int left = jobs;
        while (left > 0) {
            left -= some(slug, outcome, confidence);
        }
    }

    /// Leases until one of the policy's jobs has failed for good.
    public void giveUp(String slug) {
        int failed = 0;
        while (failed == 0) {
            failed =
                    answer(
                            slug,
                            (version, job) ->
                                    new JobResult.Failed(ref(job), "engine", "no answer", false));
        }
    }

    private int answer(String slug, BiFunction<PolicyVersionRef, LeasedJob, JobResult> answer) {
        var grant = api.lease(new LeaseRequest(id, LeaseRequest.MAX_CAPACITY, 1, List.of()));
        var results = new ArrayList<JobResult>();
        int asked = 0;
        for (var group : grant.groups()) {
            boolean wanted = group.policyVersion().slug().equals(slug);
            asked += wanted ? group.jobs().size() : 0;
            group.jobs()
                    .forEach(job ->
                            results.add(
                                    wanted
                                            ? answer.apply(group.policyVersion(), job)
                                            : judged(job, Outcome.SAFE, 0.5)));
        }
        if (!results.isEmpty()) {
            api.complete(new Completion(id, MODEL, results));
        }
        return asked;
    }

    /// An answer for the rule NO1 of [LivePolicies#TEXT].
    static JobResult judged(LeasedJob job, Outcome outcome, double confidence) {
        boolean violates = outcome == Outcome.VIOLATES;
        return new JobResult.Judged(
                ref(job),
                outcome,
                violates ? List.of("noise") : List.of(),
                violates ? List.of("NO1") : List.of(),
                new Confidence(confidence, Confidence.Source.STATED),
                "closest to NO1",
                false,
                1,
                null);
    }

    private static LeaseRef ref(LeasedJob job) {
        return new LeaseRef(job.id(), job.fencingToken());
    }
}
