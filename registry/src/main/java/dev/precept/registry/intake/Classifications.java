package dev.precept.registry.intake;

import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.JobStatus;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.registry.item.Item;
import dev.precept.registry.item.Items;
import dev.precept.registry.queue.Job;
import dev.precept.registry.queue.Jobs;
import dev.precept.registry.verdict.Verdicts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// What is known of items: their verdicts, and the jobs that have none. Read at one moment, so that
/// a job is never both outstanding and judged.
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class Classifications {

    private final Items items;
    private final Jobs jobs;
    private final Verdicts verdicts;

    Classifications(Items items, Jobs jobs, Verdicts verdicts) {
        this.items = items;
        this.jobs = jobs;
        this.verdicts = verdicts;
    }

    /// @throws PreceptException `not-found`
    Classification get(ItemId id) {
        var found = find(List.of(id)).get(id);
        if (found == null) {
            throw new PreceptException(ErrorCode.NOT_FOUND, "There is no item " + id + ".");
        }
        return found;
    }

    /// @throws PreceptException `not-found`, also for another submitter's item
    Classification get(ItemId id, String submitter) {
        var item = items.find(List.of(id)).get(id);
        if (item == null || !item.submittedBy().equals(submitter)) {
            throw new PreceptException(ErrorCode.NOT_FOUND, "You have no item " + id + ".");
        }
        return get(id);
    }

    /// @return those of the ids that exist
    Map<ItemId, Classification> find(Collection<ItemId> ids) {
        var jobsOf = jobs.byItem(ids);
        var verdictsOf = verdicts.byItem(ids);
        var found = new HashMap<ItemId, Classification>();
        items.find(ids)
                .forEach((id, item) ->
                        found.put(
                                id,
                                classification(
                                        item,
                                        jobsOf.getOrDefault(id, List.of()),
                                        verdictsOf.getOrDefault(id, List.of()))));
        return found;
    }

    private static Classification classification(
            Item item, List<Job> jobs, List<Verdict> verdicts) {
        var outstanding =
                jobs.stream()
                        .filter(job -> job.status() != JobStatus.DONE)
                        .map(job ->
                                new Classification.Outstanding(
                                        job.id(),
                                        job.policyVersion(),
                                        job.status(),
                                        job.attempts(),
                                        job.reason(),
                                        null))
                        .toList();
        return new Classification(
                item.id(),
                status(outstanding),
                item.externalId(),
                item.submittedAt(),
                verdicts,
                outstanding);
    }

    private static Classification.Status status(List<Classification.Outstanding> outstanding) {
        if (outstanding.isEmpty()) {
            return Classification.Status.DONE;
        }
        return outstanding.stream()
                        .anyMatch(job ->
                                job.status() == JobStatus.QUEUED
                                        || job.status() == JobStatus.LEASED)
                ? Classification.Status.PENDING
                : Classification.Status.FAILED;
    }
}
