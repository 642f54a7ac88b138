package dev.precept.console.testing;

import dev.precept.contracts.evaluation.Comparison;
import dev.precept.contracts.evaluation.Comparison.Change;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.Flip;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.evaluation.GateSet;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Runs, which wait until they are told to be done, gates with their revision, and flips that are
/// given.
public final class FakeEvaluationApi implements EvaluationApi {

    private final List<Evaluation> runs = new ArrayList<>();
    private final List<Flip> flips = new ArrayList<>();
    private final List<GateResult> results = new ArrayList<>();
    private GateSet gates = new GateSet(0, List.of());
    private double mcNemar = 1;
    private @Nullable RuntimeException failure;

    public void failWith(@Nullable RuntimeException thrown) {
        failure = thrown;
    }

    /// A run of `spam` that is complete, the newest.
    public Evaluation complete(int version, EvaluationSource source) {
        return complete("spam", version, source);
    }

    public Evaluation complete(String slug, int version, EvaluationSource source) {
        var run = start(slug, new NewEvaluation(version, source));
        return judge(run.id(), 200, 200);
    }

    /// Judges so many cases of a run; all of them end it.
    public Evaluation judge(EvaluationId id, int judged, int of) {
        var run = get(id);
        var over = judged == of;
        return replace(
                run,
                over ? Evaluation.State.COMPLETED : Evaluation.State.RUNNING,
                new Evaluation.Progress(of, judged, 0));
    }

    public FakeEvaluationApi flip(Flip flip) {
        flips.add(flip);
        return this;
    }

    public FakeEvaluationApi mcNemar(double p) {
        mcNemar = p;
        return this;
    }

    public FakeEvaluationApi gate(Gate gate) {
        var all = new ArrayList<>(gates.gates());
        all.add(gate);
        gates = new GateSet(gates.revision() + 1, all);
        return this;
    }

    public FakeEvaluationApi measured(GateResult result) {
        results.add(result);
        return this;
    }

    @Override
    public Page<Evaluation> list(String slug, @Nullable String cursor) {
        failIfAsked();
        return new Page<>(
                runs.stream().filter(run -> run.policyVersion().slug().equals(slug)).toList(),
                null);
    }

    @Override
    public Evaluation start(String slug, NewEvaluation wish) {
        failIfAsked();
        var run =
                new Evaluation(
                        new EvaluationId(UUID.randomUUID()),
                        new PolicyVersionRef(slug, wish.version(), Samples.SHA),
                        pinned(wish.source()),
                        Evaluation.State.PREPARING,
                        new Evaluation.Progress(0, 0, 0),
                        "ava",
                        Samples.NOW.plusSeconds(60L * runs.size()),
                        null);
        runs.addFirst(run);
        return run;
    }

    private static EvaluationSource pinned(EvaluationSource source) {
        return switch (source) {
            case EvaluationSource.Golden golden ->
                    new EvaluationSource.Golden(
                            Objects.requireNonNullElse(golden.number(), 7), "ef".repeat(32));
            case EvaluationSource.Replay replay -> replay;
        };
    }

    @Override
    public Evaluation get(EvaluationId id) {
        failIfAsked();
        return runs.stream()
                .filter(run -> run.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new PreceptException(ErrorCode.NOT_FOUND, "There is no evaluation " + id));
    }

    @Override
    public Evaluation cancel(EvaluationId id) {
        var run = get(id);
        return replace(run, Evaluation.State.CANCELLED, run.progress());
    }

    private Evaluation replace(
            Evaluation run, Evaluation.State state, Evaluation.Progress progress) {
        var next =
                new Evaluation(
                        run.id(),
                        run.policyVersion(),
                        run.source(),
                        state,
                        progress,
                        run.startedBy(),
                        run.createdAt(),
                        state == Evaluation.State.RUNNING ? null : run.createdAt());
        runs.replaceAll(each -> each.id().equals(run.id()) ? next : each);
        return next;
    }

    @Override
    public EvaluationReport report(EvaluationId id) {
        return Measured.report(get(id));
    }

    @Override
    public Comparison compare(EvaluationId id, EvaluationId before) {
        return new Comparison(
                get(before).id(),
                get(id).id(),
                200,
                flips.size(),
                count(Change.BROKEN),
                count(Change.MENDED),
                mcNemar,
                flips.stream()
                        .map(flip ->
                                new Comparison.FlipKind(
                                        flip.before().outcome(),
                                        flip.now().outcome(),
                                        change(flip),
                                        1))
                        .distinct()
                        .toList());
    }

    private int count(Change change) {
        return (int) flips.stream().filter(flip -> change(flip) == change).count();
    }

    private static Change change(Flip flip) {
        var expected = flip.expected().outcome();
        return flip.before().outcome() == expected
                ? Change.BROKEN
                : flip.now().outcome() == expected ? Change.MENDED : Change.STILL_WRONG;
    }

    @Override
    public Page<Flip> flips(
            EvaluationId id,
            EvaluationId before,
            @Nullable Outcome was,
            @Nullable Outcome is,
            @Nullable Change change,
            @Nullable String cursor) {
        var found =
                flips.stream()
                        .filter(flip -> was == null || flip.before().outcome() == was)
                        .filter(flip -> is == null || flip.now().outcome() == is)
                        .filter(flip -> change == null || change(flip) == change)
                        .filter(flip ->
                                cursor == null || flip.position() > Integer.parseInt(cursor))
                        .limit(Page.DEFAULT_SIZE + 1L)
                        .toList();
        return Page.of(found, Page.DEFAULT_SIZE, flip -> Integer.toString(flip.position()));
    }

    @Override
    public GateSet gates(String slug) {
        return gates;
    }

    @Override
    public GateSet setGates(String slug, String revision, GateEdit edit) {
        failIfAsked();
        if (Integer.parseInt(revision) != gates.revision()) {
            throw new PreceptException(
                    ErrorCode.STALE_WRITE, "The gates are at revision " + gates.revision());
        }
        gates = new GateSet(gates.revision() + 1, edit.gates());
        return gates;
    }

    @Override
    public List<GateResult> measured(String slug, int number) {
        return List.copyOf(results);
    }

    private void failIfAsked() {
        if (failure != null) {
            throw failure;
        }
    }
}
