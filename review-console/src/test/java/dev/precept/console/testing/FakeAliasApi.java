package dev.precept.console.testing;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.Alias;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.AliasMove;
import dev.precept.contracts.policy.AliasMove.Cause;
import dev.precept.contracts.policy.AliasRollback;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The alias `live` of `spam`, moved by ben, with the registry's rule for rollbacks.
public final class FakeAliasApi implements AliasApi {

    private final List<AliasMove> moves = new ArrayList<>();

    /// Points `live` there.
    public FakeAliasApi point(int number, String reason) {
        return move(number, Cause.POINTED, reason);
    }

    private FakeAliasApi move(int number, Cause cause, String reason) {
        moves.addFirst(
                new AliasMove(
                        moves.size() + 1,
                        "spam",
                        "live",
                        moves.isEmpty() ? null : moves.getFirst().to(),
                        number,
                        cause,
                        reason,
                        "ben",
                        Samples.NOW));
        return this;
    }

    @Override
    public List<Alias> aliases(String slug) {
        return moves.isEmpty() ? List.of() : List.of(live());
    }

    private Alias live() {
        var last = moves.getFirst();
        @Nullable Integer previous = last.cause() == Cause.ROLLED_BACK ? null : last.from();
        return new Alias(
                "spam",
                "live",
                last.to(),
                last.movedBy(),
                last.movedAt(),
                last.cause(),
                last.reason(),
                previous);
    }

    @Override
    public Page<AliasMove> moves(String slug, String alias, @Nullable String cursor) {
        return new Page<>(moves, null);
    }

    @Override
    public Alias rollback(String slug, String alias, AliasRollback rollback) {
        var from = rollback.from();
        int current = moves.getFirst().to();
        if (from == null || from != current) {
            throw new PreceptException(
                    ErrorCode.STALE_WRITE, "live points at version " + current + " by now.");
        }
        var previous = live().previous();
        if (previous == null) {
            throw new PreceptException(ErrorCode.WRONG_STATE, "There is no version before.");
        }
        var reason = rollback.reason();
        return move(previous, Cause.ROLLED_BACK, reason == null ? "" : reason).live();
    }
}
