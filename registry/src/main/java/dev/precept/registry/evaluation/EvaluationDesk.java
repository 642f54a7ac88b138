package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.Evaluation.State;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import dev.precept.registry.goldenset.GoldenFreezing;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.policy.PolicyShelf;
import dev.precept.registry.queue.JobQueue;
import dev.precept.registry.wire.Cursors;
import java.time.Clock;
import java.util.Map;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Starts, shows and cancels runs.
@Service
@Transactional
class EvaluationDesk {

    private final EvaluationRows runs;
    private final RunCases cases;
    private final PolicyDirectory policies;
    private final PolicyShelf shelf;
    private final GoldenFreezing golden;
    private final JobQueue queue;
    private final Ledger ledger;
    private final Clock clock;

    EvaluationDesk(
            EvaluationRows runs,
            RunCases cases,
            PolicyDirectory policies,
            PolicyShelf shelf,
            GoldenFreezing golden,
            JobQueue queue,
            Ledger ledger,
            Clock clock) {
        this.runs = runs;
        this.cases = cases;
        this.policies = policies;
        this.shelf = shelf;
        this.golden = golden;
        this.queue = queue;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Evaluation start(Actor actor, String slug, NewEvaluation wish) {
        var version = policies.resolveForPlayground(actor, slug + "@" + wish.version());
        var source = pinned(slug, wish.source(), actor);
        return start(actor, version, source, null);
    }

    /// The same cases under another version, or under the same bundle, also if the draft that it
    /// was made from has changed since.
    ///
    /// @param number null for the same bundle
    public Evaluation repeat(Actor actor, EvaluationId id, @Nullable Integer number) {
        var run = get(id);
        if (run.state() == State.PREPARING) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "The cases of the evaluation are being gathered; repeat it when it runs.");
        }
        if (number == null) {
            return start(actor, run.policyVersion(), run.source(), id);
        }
        var version =
                policies.resolveForPlayground(actor, run.policyVersion().slug() + "@" + number);
        requireSomeLeft(run, version);
        return start(actor, version, run.source(), id);
    }

    private void requireSomeLeft(Evaluation run, PolicyVersionRef version) {
        boolean replay = run.source() instanceof EvaluationSource.Replay;
        if (replay && cases.left(run.id(), version) == 0) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "Version %d itself judged all %,d items of the run live, so nothing is left to hold it against."
                            .formatted(version.number(), run.progress().cases()));
        }
    }

    private Evaluation start(
            Actor actor,
            PolicyVersionRef version,
            EvaluationSource source,
            @Nullable EvaluationId repeats) {
        var id = new EvaluationId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        runs.insert(id, version, source, actor.name(), clock.instant(), repeats);
        var run = get(id);
        record(actor, "evaluation.started", run);
        return run;
    }

    private EvaluationSource pinned(String slug, EvaluationSource source, Actor actor) {
        return switch (source) {
            case EvaluationSource.Golden set -> {
                var number = set.number();
                var frozen =
                        number == null
                                ? golden.freeze(slug, actor.name())
                                : golden.frozen(slug, number);
                yield new EvaluationSource.Golden(frozen.number(), frozen.sha256());
            }
            case EvaluationSource.Replay replay -> {
                if (replay.count() < 1 || replay.count() > EvaluationSource.Replay.MAX_COUNT) {
                    throw new PreceptException(
                            ErrorCode.INVALID_ARGUMENT,
                            "A replay of %,d items; ask for 1 to %,d."
                                    .formatted(replay.count(), EvaluationSource.Replay.MAX_COUNT));
                }
                yield replay;
            }
        };
    }

    @Transactional(readOnly = true)
    public Evaluation get(EvaluationId id) {
        return runs.find(id).orElseThrow(() -> unknown(id));
    }

    @Transactional(readOnly = true)
    public Page<Evaluation> page(String slug, @Nullable String cursor) {
        shelf.require(slug);
        var found = runs.newest(slug, Cursors.id(cursor), Page.DEFAULT_SIZE + 1);
        return Page.of(found, Page.DEFAULT_SIZE, run -> run.id().toString());
    }

    /// What was judged before the cancellation is kept.
    public Evaluation cancel(Actor actor, EvaluationId id) {
        var state = runs.hold(id, true).orElseThrow(() -> unknown(id));
        if (state == State.COMPLETED) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE, "The evaluation is complete; there is nothing to stop.");
        }
        if (state != State.CANCELLED) {
            queue.cancelBatch(new BatchId(id.value()));
            cases.collect(id);
            runs.finish(id, State.CANCELLED, clock.instant());
            record(actor, "evaluation.cancelled", get(id));
        }
        return get(id);
    }

    private static PreceptException unknown(EvaluationId id) {
        return new PreceptException(ErrorCode.NOT_FOUND, "There is no evaluation " + id + ".");
    }

    private void record(Actor actor, String type, Evaluation run) {
        ledger.append(
                actor.name(),
                type,
                "policy:" + run.policyVersion().slug(),
                Map.of(
                        "evaluation", run.id().toString(),
                        "number", run.policyVersion().number(),
                        "sha256", run.policyVersion().sha256(),
                        "judged", run.progress().judged()));
    }
}
