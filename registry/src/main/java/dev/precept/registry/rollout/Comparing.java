package dev.precept.registry.rollout;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.Purpose;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.RolloutId;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.registry.queue.JobQueue;
import dev.precept.registry.queue.NewJob;
import dev.precept.registry.verdict.VerdictsKept;
import dev.precept.registry.verdict.VerdictsKept.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Has the other version judge, too, what belongs to a rollout, and keeps both verdicts. Of a
/// canary that is every item that the candidate answered; of a shadow a share of those that the
/// stable version answered. Rows of rollouts are read, never locked for change, so that verdicts
/// wait for nobody.
@Component
class Comparing {

    private final RolloutRows rollouts;
    private final PairRows pairs;
    private final JobQueue queue;

    Comparing(RolloutRows rollouts, PairRows pairs, JobQueue queue) {
        this.rollouts = rollouts;
        this.pairs = pairs;
        this.queue = queue;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void see(VerdictsKept kept) {
        answered(kept.verdicts().stream().filter(Comparing::isAnswer).toList());
        shadowed(
                kept.verdicts().stream()
                        .filter(one -> one.job().purpose() == Purpose.SHADOW)
                        .toList());
    }

    private void answered(List<Kept> answers) {
        if (answers.isEmpty()) {
            return;
        }
        for (var rollout : rollouts.running()) {
            var chosen =
                    answers.stream()
                            .filter(one -> belongs(one, rollout))
                            .map(Kept::verdict)
                            .toList();
            if (!chosen.isEmpty()) {
                begin(rollout, chosen);
            }
        }
    }

    private void begin(RolloutRow rollout, List<Verdict> chosen) {
        boolean byCandidate = rollout.kind() == Kind.CANARY;
        var fresh = pairs.begin(rollout.id(), byCandidate, chosen);
        if (!fresh.isEmpty() && hasRoom()) {
            var other = byCandidate ? rollout.stable() : rollout.candidate();
            var batch = new BatchId(rollout.id().value());
            queue.enqueue(
                    fresh.stream()
                            .map(item ->
                                    new NewJob(item, other, Purpose.SHADOW, Lane.EVALUATION, batch))
                            .toList());
        }
    }

    private void shadowed(List<Kept> shadows) {
        var byRollout = new HashMap<UUID, List<Verdict>>();
        for (var one : shadows) {
            var batch = Objects.requireNonNull(one.job().origin().batch());
            byRollout.computeIfAbsent(batch.value(), _ -> new ArrayList<>()).add(one.verdict());
        }
        byRollout.forEach((id, verdicts) -> pairs.complete(new RolloutId(id), verdicts));
    }

    private static boolean isAnswer(Kept one) {
        return one.job().purpose() == Purpose.LIVE && one.job().origin().alias() != null;
    }

    private static boolean belongs(Kept one, RolloutRow rollout) {
        var version = one.verdict().policyVersion();
        if (!version.slug().equals(rollout.slug())
                || !rollout.alias().equals(one.job().origin().alias())) {
            return false;
        }
        ItemId item = one.verdict().itemId();
        return switch (rollout.kind()) {
            case CANARY -> version.equals(rollout.candidate());
            case SHADOW ->
                    version.equals(rollout.stable())
                            && Bucket.inShadow(
                                    item, rollout.slug(), rollout.alias(), rollout.share());
        };
    }

    /// A full queue is left to the traffic.
    private boolean hasRoom() {
        try {
            queue.requireRoom();
            return true;
        } catch (PreceptException full) {
            if (full.code() == ErrorCode.OVERLOADED) {
                return false;
            }
            throw full;
        }
    }
}
