package dev.precept.registry.policy;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.Alias;
import dev.precept.contracts.policy.AliasMove;
import dev.precept.contracts.policy.AliasRollback;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one way in which aliases move. Every move is one transaction that holds the policy's row,
/// writes the ledger and tells whoever follows the alias; a lease that comes after it goes by it.
@Service
@Transactional
public class AliasDesk {

    private static final int MAX_REASON = 2_000;

    private final PolicyRows policies;
    private final VersionRows versions;
    private final Aliases aliases;
    private final AliasMoves moves;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AliasDesk(
            PolicyRows policies,
            VersionRows versions,
            Aliases aliases,
            AliasMoves moves,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.policies = policies;
        this.versions = versions;
        this.aliases = aliases;
        this.moves = moves;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Alias> list(String slug) {
        requirePolicy(slug);
        return aliases.of(slug).stream().map(this::view).toList();
    }

    @Transactional(readOnly = true)
    public Page<AliasMove> moves(String slug, String alias, long before, int size) {
        requirePolicy(slug);
        return moves.page(slug, alias, before, size);
    }

    /// Points the alias at an approved version; where it points there already nothing happens.
    ///
    /// @param actor who is named in the history
    /// @throws PreceptException `not-found`, `wrong-state` or `invalid-argument`
    public void move(String actor, String slug, String alias, Move move) {
        requireName(alias);
        requireShort(move.reason());
        var _ = policies.lock(slug).orElseThrow(() -> VersionDesk.noPolicy(slug));
        point(actor, slug, alias, move);
    }

    /// Points the alias where somebody wants it.
    ///
    /// @throws PreceptException `stale-write` if the alias has moved since it was read, else as
    ///   [#move]
    public void point(Actor actor, String slug, String alias, AliasTarget target) {
        requireName(alias);
        var reason = Objects.requireNonNullElse(target.reason(), "");
        requireShort(reason);
        var _ = policies.lock(slug).orElseThrow(() -> VersionDesk.noPolicy(slug));
        if (target.from() != null) {
            requireStill(alias, current(slug, alias), target.from());
        }
        point(
                actor.name(),
                slug,
                alias,
                new Move(target.number(), AliasMove.Cause.POINTED, reason));
    }

    /// @throws PreceptException `stale-write` if the alias has moved since it was read,
    ///   `wrong-state` if there is nothing to go back to
    public Alias rollback(Actor actor, String slug, String alias, AliasRollback wish) {
        var reason = Objects.requireNonNullElse(wish.reason(), "");
        requireShort(reason);
        var _ = policies.lock(slug).orElseThrow(() -> VersionDesk.noPolicy(slug));
        var current = current(slug, alias);
        if (wish.from() != null) {
            requireStill(alias, current, wish.from());
        }
        int previous =
                moves.previous(slug, alias)
                        .orElseThrow(() ->
                                new PreceptException(
                                        ErrorCode.WRONG_STATE,
                                        "%s has pointed at no version before version %d that it may go back to. Point it at an approved version instead."
                                                .formatted(alias, current)));
        point(actor.name(), slug, alias, new Move(previous, AliasMove.Cause.ROLLED_BACK, reason));
        return aliases.find(slug, alias).map(this::view).orElseThrow();
    }

    private void point(String actor, String slug, String alias, Move move) {
        var version =
                versions.findBySlugAndNumber(slug, move.to())
                        .orElseThrow(() -> VersionDesk.noVersion(slug, move.to()));
        if (version.status() != PolicyVersionStatus.APPROVED) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "Version %d is %s; an alias points at approved versions only."
                            .formatted(move.to(), version.status()));
        }
        @Nullable Integer before = aliases.number(slug, alias).orElse(null);
        if (before != null && before == move.to()) {
            return;
        }
        aliases.point(slug, alias, move, actor, clock.instant());
        var payload = new HashMap<String, Object>();
        payload.put("alias", alias);
        payload.put("to", move.to());
        payload.put("sha256", String.valueOf(version.sha256()));
        payload.put("cause", move.cause().name());
        payload.put("reason", move.reason());
        if (before != null) {
            payload.put("from", before);
        }
        ledger.append(actor, "policy.alias.moved", VersionDesk.subject(slug), payload);
        events.publishEvent(new AliasMoved(slug, alias, before, move.to(), move.cause(), actor));
    }

    private static void requireStill(String alias, int current, int from) {
        if (current != from) {
            throw new PreceptException(
                    ErrorCode.STALE_WRITE,
                    "%s points at version %d by now, not at version %d. Look again, and move it from there if it is still wrong."
                            .formatted(alias, current, from),
                    Map.of("current", current));
        }
    }

    private int current(String slug, String alias) {
        return aliases.number(slug, alias)
                .orElseThrow(() ->
                        new PreceptException(
                                ErrorCode.NOT_FOUND,
                                "The policy %s has no alias %s.".formatted(slug, alias)));
    }

    private Alias view(Aliases.Pointing alias) {
        return new Alias(
                alias.slug(),
                alias.name(),
                alias.number(),
                alias.movedBy(),
                alias.movedAt(),
                alias.cause(),
                alias.reason(),
                moves.previous(alias.slug(), alias.name()).orElse(null));
    }

    private void requirePolicy(String slug) {
        if (!policies.existsById(slug)) {
            throw VersionDesk.noPolicy(slug);
        }
    }

    private static void requireName(String alias) {
        if (!alias.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "An alias has 1 to 32 of a-z, 0-9 and -, a letter first.");
        }
    }

    private static void requireShort(String reason) {
        if (reason.length() > MAX_REASON) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The reason has %,d characters; give at most %,d."
                            .formatted(reason.length(), MAX_REASON));
        }
    }

    /// Where an alias is to point, and why.
    public record Move(int to, AliasMove.Cause cause, String reason) {}
}
