package dev.precept.inference.similarity;

import dev.precept.inference.ClassificationException;
import dev.precept.inference.Policy;
import dev.precept.inference.embedding.TextEmbedder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Keeps the anchors of the policies used last. However many threads ask, each policy is embedded
/// once; a failure is not kept.
final class AnchorCache {

    private final TextEmbedder embedder;
    private final int limit;
    private final Map<String, FutureTask<Anchors>> byDigest = new LinkedHashMap<>(16, 0.75f, true);

    AnchorCache(TextEmbedder embedder, int limit) {
        this.embedder = embedder;
        this.limit = limit;
    }

    Anchors of(Policy policy) throws ClassificationException, InterruptedException {
        FutureTask<Anchors> task;
        synchronized (byDigest) {
            task =
                    byDigest.computeIfAbsent(
                            policy.digest(),
                            _ -> new FutureTask<>(() -> Anchors.of(policy, embedder)));
            if (byDigest.size() > limit) {
                byDigest.remove(byDigest.keySet().iterator().next());
            }
        }
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            synchronized (byDigest) {
                byDigest.remove(policy.digest(), task);
            }
            if (e.getCause() instanceof ClassificationException cause) {
                throw cause;
            }
            throw new ClassificationException(
                    "policy-not-embedded", "the policy could not be embedded", true, e);
        }
    }
}
