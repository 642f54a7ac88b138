package dev.precept.inference.export;

import dev.precept.inference.gptoss.GptOssConfig;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Random weights for the whole vocabulary in little space: each id is the sum of two of a few
/// rows.
final class BucketedCheckpoint implements Checkpoint {

    private static final int ROWS = 2_048;

    private final RandomCheckpoint few;
    private final Map<String, Weights> buckets;

    BucketedCheckpoint(GptOssConfig config, long seed) {
        this.few = new RandomCheckpoint(withVocabulary(config, ROWS), seed);
        this.buckets =
                Map.of(
                        "model.embed_tokens.buckets", buckets("model.embed_tokens", config, seed),
                        "lm_head.buckets", buckets("lm_head", config, seed + 1));
    }

    private static Weights buckets(String name, GptOssConfig config, long seed) {
        long[] rows = new SplittableRandom(seed).longs(2L * config.vocabulary(), 0, ROWS).toArray();
        return CheckpointWriter.longs(name + ".buckets", rows, (long) config.vocabulary(), 2L);
    }

    private static GptOssConfig withVocabulary(GptOssConfig config, int vocabulary) {
        return new GptOssConfig(
                config.layers(),
                config.hidden(),
                config.intermediate(),
                config.heads(),
                config.experts(),
                vocabulary,
                config.slidingWindow(),
                config.maxPositions(),
                config.epsilon(),
                config.rope());
    }

    @Override
    public String fingerprint() {
        return "buckets";
    }

    @Override
    public Optional<Weights> find(String name) {
        return Optional.ofNullable(buckets.get(name)).or(() -> few.find(name));
    }

    @Override
    public void close() {
        few.close();
    }
}
