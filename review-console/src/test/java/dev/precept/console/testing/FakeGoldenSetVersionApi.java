package dev.precept.console.testing;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenSetVersion;
import dev.precept.contracts.policy.GoldenSetVersionApi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sets that were frozen, each with ten cases more than the one before.
public final class FakeGoldenSetVersionApi implements GoldenSetVersionApi {

    private final List<GoldenSetVersion> sets = new ArrayList<>();

    @Override
    public Page<GoldenSetVersion> page(String slug, @Nullable String cursor, int size) {
        return new Page<>(sets, null);
    }

    @Override
    public GoldenSetVersion freeze(String slug) {
        int number = sets.size() + 1;
        var set =
                new GoldenSetVersion(
                        slug, number, "ef".repeat(32), 10 * number, "ava", Samples.NOW);
        sets.addFirst(set);
        return set;
    }
}
