package dev.precept.console.testing;

import dev.precept.contracts.policy.GoldenSetVersion;
import dev.precept.contracts.policy.GoldenSetVersionApi;
import java.util.ArrayList;
import java.util.List;

/// Sets that were frozen, each with ten cases more than the one before.
public final class FakeGoldenSetVersionApi implements GoldenSetVersionApi {

    private final List<GoldenSetVersion> sets = new ArrayList<>();

    @Override
    public List<GoldenSetVersion> list(String slug) {
        return List.copyOf(sets);
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
