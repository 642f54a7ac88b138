package dev.precept.registry.rollout;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutLimits;
import dev.precept.registry.wire.Revisions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a wish must be like; each refusal says what would do.
final class RolloutCheck {

    private static final int MAX_REASON = 2_000;
    private static final int MOST_MINUTES = 60 * 24 * 90;
    private static final int MOST_ITEMS = 1_000_000;

    private RolloutCheck() {}

    static List<Integer> steps(@Nullable List<Integer> wished) {
        var steps = Objects.requireNonNullElse(wished, NewRollout.DEFAULT_STEPS);
        if (steps.isEmpty() || steps.size() > NewRollout.MAX_STEPS) {
            throw invalid(
                    "%d steps; give 1 to %d shares.".formatted(steps.size(), NewRollout.MAX_STEPS));
        }
        int before = 0;
        for (var step : steps) {
            share(step);
            if (step <= before) {
                throw invalid(
                        "The step of %d %% does not follow %d %%; give shares that grow, for example 1, 5, 25, 50."
                                .formatted(step, before));
            }
            before = step;
        }
        return List.copyOf(steps);
    }

    static int share(int share) {
        if (share < 1 || share > 100) {
            throw invalid(
                    "A share of %d %%; give 1 to 100. To take all traffic off a candidate, halt or abort its rollout."
                            .formatted(share));
        }
        return share;
    }

    static void minutes(@Nullable Integer minutes) {
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
            throw invalid(
                    "A step every %,d minutes; give 1 to %,d, or nothing to step by hand."
                            .formatted(minutes, MOST_MINUTES));
        }
    }

    static RolloutLimits limits(@Nullable RolloutLimits wished) {
        var limits = Objects.requireNonNullElse(wished, RolloutLimits.DEFAULT);
        rate("disagreement", limits.disagreement());
        rate("undetermined", limits.undetermined());
        if (limits.minimum() < 1 || limits.minimum() > MOST_ITEMS) {
            throw invalid(
                    "A minimum of %,d items; give 1 to %,d."
                            .formatted(limits.minimum(), MOST_ITEMS));
        }
        return limits;
    }

    static String reason(@Nullable String given) {
        var reason = Objects.requireNonNullElse(given, "").strip();
        if (reason.length() > MAX_REASON) {
            throw invalid(
                    "The reason has %,d characters; give at most %,d."
                            .formatted(reason.length(), MAX_REASON));
        }
        return reason;
    }

    static void apart(PolicyVersionRef stable, PolicyVersionRef candidate, String alias) {
        if (stable.number() == candidate.number()) {
            throw invalid(
                    "%s points at version %d already; name another approved version."
                            .formatted(alias, stable.number()));
        }
    }

    static void noneOpen(List<RolloutRow> open, Kind kind) {
        open.stream()
                .filter(row -> row.kind() == kind)
                .findFirst()
                .ifPresent(row -> {
                    throw new PreceptException(
                            ErrorCode.WRONG_STATE,
                            "A %s of version %d is open at %s; promote or abort it first."
                                    .formatted(
                                            kind.name().toLowerCase(Locale.ROOT),
                                            row.candidate().number(),
                                            row.alias()),
                            Map.of("rollout", row.id().toString()));
                });
    }

    static void state(RolloutRow row, State needed, String advice) {
        if (row.state() != needed) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "The rollout is %s, not %s. %s".formatted(row.state(), needed, advice));
        }
    }

    static void revision(RolloutRow row, String ifMatch) {
        int basedOn = Revisions.basedOn(ifMatch);
        if (row.revision() != basedOn) {
            throw new PreceptException(
                    ErrorCode.STALE_WRITE,
                    "The rollout is at revision %d and %d %%, your step is based on revision %d. Look again."
                            .formatted(row.revision(), row.share(), basedOn),
                    Map.of("basedOn", basedOn, "revision", row.revision()));
        }
    }

    private static void rate(String name, double limit) {
        if (!(limit >= 0 && limit <= 1)) {
            throw invalid(
                    "The limit %s of %s is outside 0 to 1; 0.05 is five percent."
                            .formatted(limit, name));
        }
    }

    private static PreceptException invalid(String detail) {
        return new PreceptException(ErrorCode.INVALID_ARGUMENT, detail);
    }
}
