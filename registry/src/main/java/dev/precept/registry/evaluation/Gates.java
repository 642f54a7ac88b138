package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.evaluation.GateSet;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.goldenset.GoldenFreezing;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyShelf;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The gates of policies, and how versions stand at them. Whoever wrote on a version that is not
/// live yet cannot change them; the database refuses it as well.
@Service
@Transactional
public class Gates {

    private static final TypeReference<List<Gate>> LIST = new TypeReference<>() {};

    private final PolicyShelf policies;
    private final GoldenFreezing golden;
    private final EvaluationRows runs;
    private final Reports reports;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ledger ledger;
    private final Clock clock;

    Gates(
            PolicyShelf policies,
            GoldenFreezing golden,
            EvaluationRows runs,
            Reports reports,
            JdbcClient jdbc,
            JsonMapper json,
            Ledger ledger,
            Clock clock) {
        this.policies = policies;
        this.golden = golden;
        this.runs = runs;
        this.reports = reports;
        this.jdbc = jdbc;
        this.json = json;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public GateSet of(String slug) {
        policies.require(slug);
        return stored(slug);
    }

    private GateSet stored(String slug) {
        return jdbc.sql("select revision, gates from policy_gate where slug = ?")
                .param(slug)
                .query((row, _) ->
                        new GateSet(row.getInt(1), json.readValue(row.getString(2), LIST)))
                .optional()
                .orElse(new GateSet(0, List.of()));
    }

    /// How the bundle stands at each gate of its policy, by the newest finished runs.
    @Transactional(readOnly = true)
    public List<GateResult> measured(String slug, String sha256) {
        var measures = new HashMap<String, Function<Gate, GateResult>>();
        return stored(slug).gates().stream()
                .map(gate ->
                        measures.computeIfAbsent(source(gate), kind -> measure(sha256, kind))
                                .apply(gate))
                .toList();
    }

    /// How a draft with errors stands: no run can be of it.
    @Transactional(readOnly = true)
    public List<GateResult> unmeasured(String slug) {
        return stored(slug).gates().stream().map(GateMeasure::unreadable).toList();
    }

    private static String source(Gate gate) {
        return gate.kind() == Gate.Kind.REPLAY_CHANGE ? "REPLAY" : "GOLDEN";
    }

    /// What the newest finished run on one kind of source says at a gate.
    private Function<Gate, GateResult> measure(String sha256, String kind) {
        var newest = runs.newestCompleted(sha256, kind);
        if (newest.isEmpty()) {
            return GateMeasure::notMeasured;
        }
        var run = newest.get();
        var unfit = unfit(run);
        if (unfit.isPresent()) {
            return gate -> GateMeasure.unfit(gate, run, unfit.get());
        }
        var report = reports.of(run);
        return gate -> GateMeasure.of(gate, report);
    }

    /// @return why a run opens no gate, if it does not
    private Optional<String> unfit(Evaluation run) {
        var progress = run.progress();
        if (progress.failed() > 0) {
            return Optional.of(
                    "%d of %d cases of the newest run got no verdict: run it again."
                            .formatted(progress.failed(), progress.cases()));
        }
        return switch (run.source()) {
            case EvaluationSource.Golden set ->
                    golden.outdated(
                            run.policyVersion().slug(), Objects.requireNonNull(set.number()));
            case EvaluationSource.Replay replay -> GateMeasure.tooSmall(run, replay);
        };
    }

    GateSet set(String slug, int basedOn, GateEdit edit, String actor) {
        requireSensible(edit.gates());
        policies.hold(slug);
        policies.refuseWriter(slug, actor, "change the gates");
        var now = Timestamp.from(clock.instant());
        var gates = json.writeValueAsString(edit.gates());
        int written =
                basedOn == 0
                        ? jdbc.sql(
                                        """
                                        insert into policy_gate values (?, 1, ?::jsonb, ?, ?)
                                        on conflict (slug) do nothing
                                        """)
                                .params(slug, gates, actor, now)
                                .update()
                        : jdbc.sql(
                                        """
                                        update policy_gate
                                           set revision = revision + 1, gates = ?::jsonb,
                                               changed_by = ?, changed_at = ?
                                         where slug = ? and revision = ?
                                        """)
                                .params(gates, actor, now, slug, basedOn)
                                .update();
        var stored = stored(slug);
        if (written == 0) {
            throw new PreceptException(
                    ErrorCode.STALE_WRITE,
                    "The gates are at revision %d, your change is based on %d. Load them again."
                            .formatted(stored.revision(), basedOn),
                    Map.of("basedOn", basedOn, "revision", stored.revision()));
        }
        ledger.append(
                actor,
                "policy.gates.changed",
                "policy:" + slug,
                Map.of(
                        "revision", stored.revision(),
                        "gates",
                                stored.gates().stream()
                                        .map(gate -> gate.kind() + " " + gate.limit())
                                        .toList()));
        return stored;
    }

    private static void requireSensible(List<Gate> gates) {
        var seen = EnumSet.noneOf(Gate.Kind.class);
        for (var gate : gates) {
            if (!seen.add(gate.kind())) {
                throw new PreceptException(
                        ErrorCode.INVALID_ARGUMENT, "Give " + gate.kind() + " once.");
            }
            double most = gate.kind() == Gate.Kind.PROTECTED_WRONG ? 1_000_000 : 1;
            if (!(gate.limit() >= 0 && gate.limit() <= most)) {
                throw new PreceptException(
                        ErrorCode.INVALID_ARGUMENT,
                        "The limit %s of %s is outside 0 to %s."
                                .formatted(gate.limit(), gate.kind(), most));
            }
        }
    }
}
