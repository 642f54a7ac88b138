package dev.precept.console.testing;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.rollout.Activation;
import dev.precept.contracts.rollout.Activation.State;
import dev.precept.contracts.rollout.ActivationApi;
import dev.precept.contracts.rollout.ActivationId;
import dev.precept.contracts.rollout.NewActivation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Scheduled activations by ben; what is before [Samples#NOW] is past.
public final class FakeActivationApi implements ActivationApi {

    private final List<Activation> all = new ArrayList<>();

    /// One that the rules did not allow.
    public FakeActivationApi failed() {
        all.addFirst(
                activation(
                        Samples.NOW,
                        "UTC",
                        State.FAILED,
                        new Activation.Failure("gates-closed", "Version 2 passes 0 of 1 gates.")));
        return this;
    }

    @Override
    public Page<Activation> list(String slug, @Nullable String cursor) {
        return new Page<>(all, null);
    }

    @Override
    public Activation schedule(String slug, NewActivation wish) {
        if (wish.at().isBefore(Samples.NOW)) {
            throw new PreceptException(ErrorCode.INVALID_ARGUMENT, wish.at() + " is past.");
        }
        all.addFirst(
                activation(
                        wish.at(),
                        Objects.requireNonNullElse(wish.zone(), "UTC"),
                        State.PENDING,
                        null));
        return all.getFirst();
    }

    @Override
    public Activation cancel(String slug, ActivationId id) {
        var first = all.removeFirst();
        all.addFirst(activation(first.at(), first.zone(), State.CANCELLED, null));
        return all.getFirst();
    }

    private static Activation activation(
            Instant at, String zone, State state, Activation.@Nullable Failure failure) {
        boolean ended = state != State.PENDING;
        return new Activation(
                new ActivationId(new UUID(9, 1)),
                "spam",
                "live",
                2,
                at,
                zone,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(ZoneId.of(zone))),
                "night",
                state,
                "ben",
                Samples.NOW,
                ended ? "ben" : null,
                ended ? Samples.NOW : null,
                failure);
    }
}
