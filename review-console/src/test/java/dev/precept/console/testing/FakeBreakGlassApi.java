package dev.precept.console.testing;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.rollout.BreakGlass;
import dev.precept.contracts.rollout.BreakGlassApi;
import dev.precept.contracts.rollout.BreakGlassId;
import dev.precept.contracts.rollout.BreakGlassReview;
import dev.precept.contracts.rollout.NewBreakGlass;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Glass that ben broke at most, reviewed by cleo.
public final class FakeBreakGlassApi implements BreakGlassApi {

    private @Nullable BreakGlass glass;

    public FakeBreakGlassApi broken() {
        breakGlass("spam", "live", new NewBreakGlass(2, "A wave of spam tonight", 24));
        return this;
    }

    public @Nullable BreakGlass glass() {
        return glass;
    }

    @Override
    public Page<BreakGlass> list(String slug, @Nullable String cursor) {
        return new Page<>(glass == null ? List.of() : List.of(glass), null);
    }

    @Override
    public BreakGlass breakGlass(String slug, String alias, NewBreakGlass wish) {
        glass = glass(wish.version(), wish.reason(), wish.hours(), null, null);
        return glass;
    }

    @Override
    public BreakGlass review(String slug, BreakGlassId id, BreakGlassReview review) {
        var before = Objects.requireNonNull(glass);
        glass =
                glass(
                        before.to(),
                        before.reason(),
                        24,
                        review.accepted() ? BreakGlass.End.ACCEPTED : BreakGlass.End.REJECTED,
                        new BreakGlass.Review(
                                review.accepted(), "cleo", Samples.NOW, review.note()));
        return glass;
    }

    private static BreakGlass glass(
            int to,
            String reason,
            int hours,
            BreakGlass.@Nullable End end,
            BreakGlass.@Nullable Review review) {
        return new BreakGlass(
                new BreakGlassId(new UUID(10, 1)),
                "spam",
                "live",
                1,
                to,
                reason,
                "RECALL: Measured 0.9120 on 80 cases.",
                "ben",
                Samples.NOW,
                Samples.NOW.plus(Duration.ofHours(hours)),
                end,
                end == null ? null : Samples.NOW,
                review);
    }
}
