package dev.precept.registry.verdict;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.queue.Purpose;
import dev.precept.contracts.verdict.Timings;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.contracts.verdict.VerdictId;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.queue.JobsJudged;
import dev.precept.registry.queue.JobsJudged.Judged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Turns completed jobs into verdicts, in the transaction that completes them.
@Component
class VerdictRecorder {

    private final PolicyDirectory policies;
    private final VerdictTable table;
    private final VerdictMetrics metrics;
    private final ApplicationEventPublisher events;

    VerdictRecorder(
            PolicyDirectory policies,
            VerdictTable table,
            VerdictMetrics metrics,
            ApplicationEventPublisher events) {
        this.policies = policies;
        this.table = table;
        this.metrics = metrics;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(JobsJudged judged) {
        var checks = new HashMap<PolicyVersionRef, AnswerCheck>();
        var rows = new ArrayList<VerdictTable.NewVerdict>();
        var kept = new ArrayList<VerdictsKept.Kept>();
        var live = new ArrayList<Verdict>();
        for (var each : judged.jobs()) {
            var version = each.job().policyVersion();
            var check =
                    checks.computeIfAbsent(
                            version, ref -> new AnswerCheck(policies.bundle(ref.sha256())));
            var verdict = verdict(judged, each, check.checked(each.result()));
            var shadow = each.job().purpose() == Purpose.SHADOW;
            rows.add(new VerdictTable.NewVerdict(each.job().id(), verdict, shadow));
            kept.add(new VerdictsKept.Kept(each.job(), verdict));
            if (each.job().purpose() == Purpose.LIVE) {
                live.add(verdict);
            }
        }
        table.insert(rows);
        metrics.count(rows.stream().map(VerdictTable.NewVerdict::verdict).toList());
        events.publishEvent(new VerdictsKept(kept));
        if (!live.isEmpty()) {
            events.publishEvent(new VerdictsRecorded(live));
        }
    }

    private static Verdict verdict(JobsJudged judged, Judged each, JobResult.Judged answer) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        return new Verdict(
                new VerdictId(id),
                each.job().itemId(),
                each.job().policyVersion(),
                answer.outcome(),
                answer.labels(),
                answer.ruleIds(),
                answer.confidence(),
                answer.rationale(),
                judged.model(),
                new Timings(
                        millis(each.job().createdAt(), each.job().leasedAt()),
                        answer.inferenceMillis(),
                        millis(each.job().createdAt(), judged.at())),
                answer.truncated(),
                judged.at(),
                answer.account());
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
