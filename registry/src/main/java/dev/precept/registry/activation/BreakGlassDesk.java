package dev.precept.registry.activation;

import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.AliasMove.Cause;
import dev.precept.contracts.policy.AliasRollback;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.rollout.BreakGlass;
import dev.precept.contracts.rollout.BreakGlass.End;
import dev.precept.contracts.rollout.BreakGlassId;
import dev.precept.contracts.rollout.BreakGlassReview;
import dev.precept.contracts.rollout.NewBreakGlass;
import dev.precept.registry.access.Actor;
import dev.precept.registry.evaluation.Gates;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.AliasDesk;
import dev.precept.registry.policy.AliasMoved;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.policy.PolicyShelf;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Activates past closed gates, sends the alias back when that expires or is rejected, and takes
/// the review that is owed. Gates are what it goes past; an approval it never does without.
@Service
@Transactional
class BreakGlassDesk {

    private static final String ACTOR = "precept";
    private static final int MAX_WORDS = 2_000;

    private final BreakGlassRows rows;
    private final ActivationRows policies;
    private final PolicyDirectory directory;
    private final PolicyShelf shelf;
    private final AliasDesk aliases;
    private final Gates gates;
    private final Ledger ledger;
    private final Clock clock;

    BreakGlassDesk(
            BreakGlassRows rows,
            ActivationRows policies,
            PolicyDirectory directory,
            PolicyShelf shelf,
            AliasDesk aliases,
            Gates gates,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.directory = directory;
        this.shelf = shelf;
        this.aliases = aliases;
        this.gates = gates;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<BreakGlass> page(String slug, @Nullable UUID before) {
        shelf.require(slug);
        return rows.page(slug, before);
    }

    /// @throws PreceptException `wrong-state` while a review at the alias is owed, for a version
    ///   that a review rejected, and where no gate is closed
    public BreakGlass breakGlass(Actor actor, String slug, String alias, NewBreakGlass wish) {
        var reason = words("reason", wish.reason(), NewBreakGlass.LEAST_REASON);
        if (wish.hours() < 1 || wish.hours() > NewBreakGlass.MAX_HOURS) {
            throw invalid(
                    "It is to hold for %d hours; give 1 to %d."
                            .formatted(wish.hours(), NewBreakGlass.MAX_HOURS));
        }
        if (!alias.equals(Policy.LIVE)) {
            throw invalid("Gates hold back live only; point %s as always.".formatted(alias));
        }
        if (wish.version() < 1) {
            throw invalid("Version %d cannot be.".formatted(wish.version()));
        }
        hold(slug);
        var from = directory.resolve(slug + "@" + alias);
        var to = directory.resolve(slug + "@" + wish.version());
        if (from.number() == to.number()) {
            throw state("%s points at version %d already.".formatted(alias, to.number()));
        }
        rows.bar(slug, alias, to.number()).ifPresent(BreakGlassBar::refuse);
        var closed =
                gates.measured(slug, to.sha256()).stream()
                        .filter(result -> result.status() != GateResult.Status.PASSED)
                        .map(result -> result.gate().kind() + ": " + result.detail())
                        .collect(Collectors.joining(" "));
        if (closed.isEmpty()) {
            throw state("No gate is closed for this version; activate it as always.");
        }
        var now = clock.instant();
        var glass =
                new BreakGlass(
                        new BreakGlassId(UuidVersion7Strategy.INSTANCE.generateUuid(null)),
                        slug,
                        alias,
                        from.number(),
                        to.number(),
                        reason,
                        closed,
                        actor.name(),
                        now,
                        now.plus(Duration.ofHours(wish.hours())),
                        null,
                        null,
                        null);
        rows.insert(glass);
        record(actor.name(), "policy.break-glass.used", glass, Map.of("closed", closed));
        aliases.move(
                actor.name(),
                slug,
                alias,
                new AliasDesk.Move(to.number(), Cause.BREAK_GLASS, reason));
        return rows.find(glass.id()).orElseThrow();
    }

    /// @throws PreceptException `four-eyes` for whoever broke it
    public BreakGlass review(Actor actor, String slug, BreakGlassId id, BreakGlassReview wish) {
        var note = words("note", wish.note(), 1);
        hold(slug);
        var glass =
                rows.find(id)
                        .filter(one -> one.slug().equals(slug))
                        .orElseThrow(() ->
                                new PreceptException(
                                        ErrorCode.NOT_FOUND,
                                        "The policy %s has no broken glass %s."
                                                .formatted(slug, id)));
        if (glass.brokenBy().equals(actor.name())) {
            throw new PreceptException(
                    ErrorCode.FOUR_EYES,
                    "You went past the gates yourself; another person must review it.");
        }
        if (glass.review() != null) {
            throw state("It was reviewed by %s already.".formatted(glass.review().by()));
        }
        var now = clock.instant();
        rows.review(id, wish.accepted(), actor.name(), now, note);
        record(
                actor.name(),
                "policy.break-glass.reviewed",
                glass,
                Map.of("accepted", wish.accepted(), "note", note));
        if (wish.accepted()) {
            rows.end(id, End.ACCEPTED, now);
        } else if (rows.end(id, End.REJECTED, now)) {
            goBack(actor.name(), glass, "Break-glass rejected: " + note);
        }
        return rows.find(id).orElseThrow();
    }

    /// Sends the alias back because nobody accepted in time.
    public void expire(BreakGlass glass) {
        hold(glass.slug());
        if (directory.resolve(glass.slug() + "@" + glass.alias()).number() != glass.to()) {
            rows.end(glass.id(), End.LEFT, clock.instant());
        } else if (rows.end(glass.id(), End.EXPIRED, clock.instant())) {
            record(ACTOR, "policy.break-glass.expired", glass, Map.of());
            goBack(ACTOR, glass, "Break-glass expired without a review.");
        }
    }

    /// An alias that is moved on leaves its broken glass behind; the review stays owed.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(AliasMoved moved) {
        rows.openAt(moved.slug(), moved.alias())
                .filter(glass -> glass.to() != moved.to())
                .ifPresent(glass -> {
                    rows.end(glass.id(), End.LEFT, clock.instant());
                    record(moved.actor(), "policy.break-glass.left", glass, Map.of());
                });
    }

    private void goBack(String actor, BreakGlass glass, String reason) {
        aliases.rollback(
                new Actor(actor, Set.of()),
                glass.slug(),
                glass.alias(),
                new AliasRollback(glass.to(), reason));
    }

    private void hold(String slug) {
        if (!policies.holdPolicy(slug)) {
            throw new PreceptException(
                    ErrorCode.NOT_FOUND, "There is no policy %s.".formatted(slug));
        }
    }

    private void record(String actor, String type, BreakGlass glass, Map<String, ?> facts) {
        var payload = new HashMap<String, Object>(facts);
        payload.put("breakGlass", glass.id().toString());
        payload.put("alias", glass.alias());
        payload.put("from", glass.from());
        payload.put("to", glass.to());
        payload.put("reason", glass.reason());
        payload.put("expiresAt", glass.expiresAt().toString());
        ledger.append(actor, type, "policy:" + glass.slug(), payload);
    }

    private static String words(String field, String given, int least) {
        var words = given.strip();
        if (words.length() < least || words.length() > MAX_WORDS) {
            throw invalid(
                    "The %s has %,d characters; give %d to %,d."
                            .formatted(field, words.length(), least, MAX_WORDS));
        }
        return words;
    }

    private static PreceptException invalid(String detail) {
        return new PreceptException(ErrorCode.INVALID_ARGUMENT, detail);
    }

    private static PreceptException state(String detail) {
        return new PreceptException(ErrorCode.WRONG_STATE, detail);
    }
}
