package dev.precept.registry.queue;

import dev.precept.contracts.queue.Completion;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.LeaseRef;
import dev.precept.registry.queue.JobEndings.Failure;
import dev.precept.registry.queue.JobsJudged.Judged;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes results, all of a call in one transaction. A result counts only while its lease is the
/// job's current one; of several results for one job the first counts.
@Service
class Completions {

    private final LeaseRows rows;
    private final JobEndings endings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Completions(LeaseRows rows, JobEndings endings, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.endings = endings;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Completion.Receipt complete(Completion completion) {
        var byJob = new LinkedHashMap<JobId, JobResult>();
        completion.results().forEach(result -> byJob.putIfAbsent(result.lease().jobId(), result));
        var held = held(byJob.values().stream().map(JobResult::lease).toList());
        var judged = new ArrayList<Judged>();
        var returned = new ArrayList<ActiveJob>();
        var stale = new ArrayList<JobId>();
        var now = clock.instant();
        byJob.forEach((id, result) -> {
            var job = held.get(id);
            if (job == null) {
                stale.add(id);
                return;
            }
            switch (result) {
                case JobResult.Judged answer -> judged.add(new Judged(job, answer));
                case JobResult.Returned back -> returned.add(job);
                case JobResult.Failed failed ->
                        endings.fail(
                                job,
                                new Failure(failed.code(), failed.detail(), failed.retryable()),
                                now);
            }
        });
        if (!returned.isEmpty()) {
            endings.giveBack(returned);
        }
        if (!judged.isEmpty()) {
            endings.done(judged.stream().map(Judged::job).toList(), now);
            events.publishEvent(new JobsJudged(completion.model(), now, judged));
        }
        return new Completion.Receipt(byJob.size() - stale.size(), stale);
    }

    private Map<JobId, ActiveJob> held(List<LeaseRef> leases) {
        return rows.lockHeld(leases).stream()
                .collect(Collectors.toMap(ActiveJob::id, Function.identity()));
    }
}
