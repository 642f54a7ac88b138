package dev.precept.registry.activation;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.AliasMove.Cause;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.rollout.Activation;
import dev.precept.contracts.rollout.Activation.State;
import dev.precept.contracts.rollout.ActivationId;
import dev.precept.contracts.rollout.NewActivation;
import dev.precept.registry.access.Actor;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.AliasDesk;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.policy.PolicyShelf;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Schedules, cancels and does activations. Doing one looks at everything again: what may not be
/// activated by hand at that moment is not activated by the clock either.
@Service
@Transactional
class ActivationDesk {

    private static final String ACTOR = "precept";
    private static final int MAX_REASON = 2_000;
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final ActivationRows rows;
    private final PolicyDirectory policies;
    private final PolicyShelf shelf;
    private final AliasDesk aliases;
    private final Ledger ledger;
    private final Clock clock;

    ActivationDesk(
            ActivationRows rows,
            PolicyDirectory policies,
            PolicyShelf shelf,
            AliasDesk aliases,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.shelf = shelf;
        this.aliases = aliases;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Activation> page(String slug, @Nullable UUID before) {
        shelf.require(slug);
        return rows.page(slug, before);
    }

    public Activation schedule(Actor actor, String slug, NewActivation wish) {
        var alias = Objects.requireNonNullElse(wish.alias(), Policy.LIVE);
        var reason = Objects.requireNonNullElse(wish.reason(), "").strip();
        var zone = zone(Objects.requireNonNullElse(wish.zone(), "UTC"));
        requireAlias(alias);
        requireShort(reason);
        requireAhead(wish.at(), zone);
        hold(slug);
        if (wish.version() < 1) {
            throw invalid(
                    "Version %d cannot be; name the number of an approved version."
                            .formatted(wish.version()));
        }
        var version = policies.resolve(slug + "@" + wish.version());
        var id = new ActivationId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        if (!rows.insert(
                id,
                slug,
                alias,
                version.number(),
                wish.at(),
                zone,
                reason,
                actor.name(),
                clock.instant())) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "%s is to move at %s already; cancel that, or choose another time."
                            .formatted(alias, wish.at()));
        }
        var kept = rows.find(id).orElseThrow();
        record(actor.name(), "policy.activation.scheduled", kept);
        return kept;
    }

    /// Cancels; cancelled already, it stays so.
    public Activation cancel(Actor actor, String slug, ActivationId id) {
        hold(slug);
        var found =
                rows.find(id)
                        .filter(one -> one.slug().equals(slug))
                        .orElseThrow(() ->
                                new PreceptException(
                                        ErrorCode.NOT_FOUND,
                                        "The policy %s has no scheduled activation %s."
                                                .formatted(slug, id)));
        if (rows.end(id, State.CANCELLED, actor.name(), clock.instant())) {
            record(actor.name(), "policy.activation.cancelled", found);
        } else if (found.state() != State.CANCELLED) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "The activation is %s; there is nothing to cancel.".formatted(found.state()));
        }
        return rows.find(id).orElseThrow();
    }

    /// Moves the alias, unless somebody else did or cancelled it.
    ///
    /// @throws PreceptException what the move was refused with; nothing has changed then
    public void perform(Activation due) {
        hold(due.slug());
        if (rows.end(due.id(), State.DONE, ACTOR, clock.instant())) {
            aliases.move(
                    due.createdBy(),
                    due.slug(),
                    due.alias(),
                    new AliasDesk.Move(due.version(), Cause.SCHEDULED, due.reason()));
        }
    }

    /// @return whether this call ended it
    public boolean fail(Activation due, PreceptException refused) {
        hold(due.slug());
        var failure =
                new Activation.Failure(
                        refused.code().wireName(),
                        Objects.requireNonNullElse(refused.getMessage(), ""));
        boolean ended = rows.fail(due.id(), failure, ACTOR, clock.instant());
        if (ended) {
            record(ACTOR, "policy.activation.failed", rows.find(due.id()).orElseThrow());
        }
        return ended;
    }

    private void hold(String slug) {
        if (!rows.holdPolicy(slug)) {
            throw new PreceptException(
                    ErrorCode.NOT_FOUND, "There is no policy %s.".formatted(slug));
        }
    }

    private void record(String actor, String type, Activation one) {
        var payload = new HashMap<String, Object>();
        payload.put("activation", one.id().toString());
        payload.put("alias", one.alias());
        payload.put("to", one.version());
        payload.put("at", one.at().toString());
        payload.put("zone", one.zone());
        payload.put("reason", one.reason());
        var failure = one.failure();
        if (failure != null) {
            payload.put("code", failure.code());
            payload.put("detail", failure.detail());
        }
        ledger.append(actor, type, "policy:" + one.slug(), payload);
    }

    private void requireAhead(Instant at, ZoneId zone) {
        var now = clock.instant();
        if (!at.isAfter(now)) {
            throw invalid(
                    "%s is past (%s in %s); now is %s. Name a time that is to come, or activate at once."
                            .formatted(
                                    at,
                                    at.atZone(zone).toLocalDateTime(),
                                    zone,
                                    now.truncatedTo(ChronoUnit.SECONDS)));
        }
        if (at.isAfter(now.plus(FARTHEST))) {
            throw invalid(
                    "%s is more than %d days ahead; schedule it later."
                            .formatted(at, FARTHEST.toDays()));
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw invalid(
                    "There is no time zone '%s'; give an IANA name, for example Europe/Berlin or UTC."
                            .formatted(name.length() > 50 ? name.substring(0, 50) : name));
        }
    }

    private static void requireAlias(String alias) {
        if (!alias.matches("[a-z][a-z0-9-]{0,31}")) {
            throw invalid("An alias has 1 to 32 of a-z, 0-9 and -, a letter first.");
        }
    }

    private static void requireShort(String reason) {
        if (reason.length() > MAX_REASON) {
            throw invalid(
                    "The reason has %,d characters; give at most %,d."
                            .formatted(reason.length(), MAX_REASON));
        }
    }

    private static PreceptException invalid(String detail) {
        return new PreceptException(ErrorCode.INVALID_ARGUMENT, detail);
    }
}
