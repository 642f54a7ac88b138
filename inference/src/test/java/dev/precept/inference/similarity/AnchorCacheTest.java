package dev.precept.inference.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.Policy;
import dev.precept.inference.embedding.Fakes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AnchorCacheTest {

    @Test
    void aPolicyIsEmbeddedOnceHoweverManyAsk() throws Exception {
        var embedder = Fakes.words();
        var cache = new AnchorCache(embedder, 2);
        Callable<Anchors> ask = () -> cache.of(policy("one"));
        try (var threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(Collections.nCopies(64, ask));
        }
        assertThat(embedder.calls()).isEqualTo(5);
    }

    @Test
    void thePolicyUnusedLongestIsForgotten() throws Exception {
        var embedder = Fakes.words();
        var cache = new AnchorCache(embedder, 2);
        for (String digest : List.of("one", "two", "one", "three", "one")) {
            cache.of(policy(digest));
        }
        assertThat(embedder.calls()).isEqualTo(15);
        cache.of(policy("two"));
        assertThat(embedder.calls()).isEqualTo(20);
    }

    private static Policy policy(String digest) {
        return new Policy(
                digest,
                "",
                List.of(new Policy.Clause("R1", Policy.Side.VIOLATES, "cakes")),
                List.of(),
                Map.of());
    }
}
