package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.Evaluation.State;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.Purpose;
import dev.precept.registry.item.Items;
import dev.precept.registry.item.NewItem;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.RuleSuccession;
import dev.precept.registry.queue.JobQueue;
import dev.precept.registry.queue.NewJob;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Moves a run on by one step: gather its cases, or collect verdicts and queue the next chunk. A
/// step that dies leaves nothing behind.
@Service
class EvaluationSteps {

    private static final String ACTOR = "precept";
    private static final int CHUNK = 500;
    private static final int MOST_QUEUED = 2_000;

    private final EvaluationRows runs;
    private final RunCases cases;
    private final Items items;
    private final JobQueue queue;
    private final Ledger ledger;
    private final RuleSuccession succession;
    private final Clock clock;

    EvaluationSteps(
            EvaluationRows runs,
            RunCases cases,
            Items items,
            JobQueue queue,
            Ledger ledger,
            RuleSuccession succession,
            Clock clock) {
        this.succession = succession;
        this.runs = runs;
        this.cases = cases;
        this.items = items;
        this.queue = queue;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public void step(EvaluationId id) {
        var state = runs.hold(id, false);
        if (state.isEmpty()) {
            return;
        }
        switch (state.get()) {
            case PREPARING -> prepare(id);
            case RUNNING -> run(id);
            case COMPLETED, CANCELLED -> {}
        }
    }

    private void prepare(EvaluationId id) {
        var run = runs.find(id).orElseThrow();
        cases.gather(run);
        cases.expectInstead(id, succession.of(run.policyVersion(), cases.expectedRules(id)));
        runs.running(id);
    }

    private void run(EvaluationId id) {
        cases.collect(id);
        var queued = cases.count(id, "QUEUED");
        var waiting = cases.count(id, "WAITING");
        if (waiting > 0 && queued + CHUNK <= MOST_QUEUED && hasRoom()) {
            feed(id);
        } else if (waiting == 0 && queued == 0) {
            runs.finish(id, State.COMPLETED, clock.instant());
            var run = runs.find(id).orElseThrow();
            ledger.append(
                    ACTOR,
                    "evaluation.completed",
                    "policy:" + run.policyVersion().slug(),
                    Map.of(
                            "evaluation", id.toString(),
                            "number", run.policyVersion().number(),
                            "judged", run.progress().judged(),
                            "failed", run.progress().failed()));
        }
    }

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

    private void feed(EvaluationId id) {
        var version = runs.find(id).orElseThrow().policyVersion();
        var positions = new ArrayList<Integer>();
        var contents = new ArrayList<ItemId>();
        var added = new LinkedHashMap<UUID, NewItem>();
        for (var each : cases.waiting(id, CHUNK)) {
            var item = each.item();
            if (item == null) {
                item = new ItemId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
                added.put(
                        each.origin(),
                        new NewItem(item, each.content(), null, Map.of(), ACTOR, true));
            }
            positions.add(each.position());
            contents.add(item);
        }
        items.add(List.copyOf(added.values()));
        cases.keepItems(
                List.copyOf(added.keySet()), added.values().stream().map(NewItem::id).toList());
        var batch = new BatchId(id.value());
        queue.enqueue(
                contents.stream()
                        .map(item ->
                                new NewJob(
                                        item, version, Purpose.EVALUATION, Lane.EVALUATION, batch))
                        .toList());
        cases.queued(id, positions, contents);
    }
}
