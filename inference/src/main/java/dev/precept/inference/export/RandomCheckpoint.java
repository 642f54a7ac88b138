package dev.precept.inference.export;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import dev.precept.inference.export.Weights.Dtype;
import dev.precept.inference.gptoss.GptOssConfig;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// Random weights with the names, types and shapes of a published gpt-oss checkpoint.
///
/// A tensor is made when it is asked for, from the seed and its name, and kept outside the heap.
final class RandomCheckpoint implements Checkpoint {

    private static final int SCALE = 127 - 5;

    private final Arena arena = Arena.ofShared();
    private final long seed;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Weights> made = new LinkedHashMap<>();

    private record Kind(Dtype dtype, double mean, double spread, long... shape) {}

    /// A tensor that can be made anywhere.
    record Tensor(String name, Dtype dtype, List<Long> shape, Initializer.Fill fill) {

        long bytes() {
            return shape.stream().reduce((long) dtype.bytes(), Math::multiplyExact);
        }
    }

    RandomCheckpoint(GptOssConfig config, long seed) {
        this.seed = seed;
        int hidden = config.hidden();
        int queries = config.heads().queryWidth();
        int values = config.heads().keyValueWidth();
        real("model.embed_tokens.weight", 0, 1, config.vocabulary(), hidden);
        real("lm_head.weight", 0, 1.2 / Math.sqrt(hidden), config.vocabulary(), hidden);
        real("model.norm.weight", 1, 0.1, hidden);
        for (int layer = 0; layer < config.layers(); layer++) {
            String name = "model.layers." + layer + ".";
            real(name + "input_layernorm.weight", 1, 0.1, hidden);
            real(name + "post_attention_layernorm.weight", 1, 0.1, hidden);
            linear(name + "self_attn.q_proj", queries, hidden);
            linear(name + "self_attn.k_proj", values, hidden);
            linear(name + "self_attn.v_proj", values, hidden);
            linear(name + "self_attn.o_proj", hidden, queries);
            real(name + "self_attn.sinks", 0, 1, config.heads().query());
            linear(name + "mlp.router", config.experts().count(), hidden);
            experts(name + "mlp.experts.gate_up_proj", config, 2 * config.intermediate(), hidden);
            experts(name + "mlp.experts.down_proj", config, hidden, config.intermediate());
        }
    }

    private void linear(String name, int outputs, int inputs) {
        real(name + ".weight", 0, 1.6 / Math.sqrt(inputs), outputs, inputs);
        real(name + ".bias", 0, 0.1, outputs);
    }

    private void experts(String name, GptOssConfig config, int outputs, int inputs) {
        int count = config.experts().count();
        kinds.put(name + "_blocks", new Kind(Dtype.U8, 0, 0, count, outputs, inputs / 32, 16));
        kinds.put(name + "_scales", new Kind(Dtype.U8, SCALE, 2, count, outputs, inputs / 32));
        real(name + "_bias", 0, 0.05, count, outputs);
    }

    private void real(String name, double mean, double spread, long... shape) {
        kinds.put(name, new Kind(Dtype.BF16, mean, spread, shape));
    }

    @Override
    public String fingerprint() {
        return "random weights " + seed;
    }

    List<String> names() {
        return List.copyOf(kinds.keySet());
    }

    @Override
    public boolean has(String name) {
        return kinds.containsKey(name);
    }

    @Override
    public Optional<Weights> find(String name) {
        return Optional.ofNullable(kinds.get(name))
                .map(kind -> made.computeIfAbsent(name, _ -> make(name, kind)));
    }

    private Weights make(String name, Kind kind) {
        var tensor = tensor(name, kind);
        var data = arena.allocate(tensor.bytes(), 64);
        tensor.fill().into(data);
        return new Weights(name, kind.dtype(), tensor.shape(), data);
    }

    /// All tensors, none of them made yet.
    List<Tensor> tensors() {
        return kinds.entrySet().stream()
                .map(entry -> tensor(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Tensor tensor(String name, Kind kind) {
        long size = LongStream.of(kind.shape()).reduce(1, Math::multiplyExact);
        return new Tensor(
                name,
                kind.dtype(),
                LongStream.of(kind.shape()).boxed().toList(),
                target ->
                        fill(
                                target,
                                size,
                                kind,
                                new SplittableRandom(seed * 31 + name.hashCode())));
    }

    private static void fill(MemorySegment data, long size, Kind kind, SplittableRandom random) {
        for (long i = 0; i < size; i++) {
            if (kind.dtype() == Dtype.BF16) {
                // A sum of four uniform numbers is normal enough and ten times quicker.
                long bits = random.nextLong();
                double sum = 0;
                for (int part = 0; part < 4; part++) {
                    sum += (short) (bits >>> 16 * part) / 32_768.0;
                }
                float value = (float) (kind.mean() + kind.spread() * sum * Math.sqrt(0.75));
                data.set(
                        JAVA_SHORT_UNALIGNED,
                        2 * i,
                        (short) (Float.floatToRawIntBits(value) >>> 16));
            } else if (kind.spread() > 0) {
                data.set(JAVA_BYTE, i, (byte) (kind.mean() + random.nextInt((int) kind.spread())));
            } else {
                data.set(JAVA_BYTE, i, (byte) random.nextInt(256));
            }
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
