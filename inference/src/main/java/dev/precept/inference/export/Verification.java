package dev.precept.inference.export;

import dev.precept.inference.engine.Decoder.Limits;
import dev.precept.inference.gptoss.GptOssConfig;
import dev.precept.inference.gptoss.OrtDecoder;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.modelfolder.OnnxGraph;
import dev.precept.inference.onnx.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Runs sampled layers of an exported model, from the very bytes that were written, and compares
/// their logits with a [PlainPass] over the same weights. Weights that were rounded are read back
/// and must be within half a step of the checkpoint's.
///
/// Each sampled layer stands alone between embedding and head, so a fault is found where it is and
/// a model of any size needs the memory of one layer.
public final class Verification {

    private static final String GRAPH = "verification.onnx";
    private static final int BEHIND_WINDOW = 12;
    private static final int PROMPTS = 16;
    private static final double[] SAMPLES = {0, 0.37, 1};

    private final GptOssConfig config;
    private final Checkpoint checkpoint;
    private final Exporter.Order order;
    private final SessionOptions how;
    private final Agreement agreement;
    private final ModelFolder folder;
    private final OnnxGraph written;
    private final Arena arena;

    private Verification(
            GptOssConfig config,
            Checkpoint checkpoint,
            Exporter.Order order,
            SessionOptions how,
            Arena arena) {
        this.arena = arena;
        this.how = how;
        this.config = config;
        this.checkpoint = checkpoint;
        this.order = order;
        this.agreement = Agreement.of(order.precision());
        this.folder = ModelFolder.read(order.to());
        this.written = OnnxGraph.read(folder.graph());
    }

    /// What one sampled layer gave.
    ///
    /// @param difference as [Agreement] measures it
    public record Finding(int layer, int positions, double difference, double limit) {

        @Override
        public String toString() {
            return "layer %d, %d positions: differs by %.1e (limit %.1e)"
                    .formatted(layer, positions, difference, limit);
        }
    }

    /// @param how the layers are run
    /// @throws VerificationException at the first layer that differs by more than its precision
    ///   explains
    public static void of(
            Path from, Exporter.Order order, SessionOptions how, Consumer<Finding> heard) {
        try (var checkpoint = Safetensors.open(from);
                var arena = Arena.ofConfined()) {
            var config = GptOssConfig.read(from.resolve("config.json"));
            new Verification(config, checkpoint, order, how, arena).run(heard);
        }
    }

    /// As [#of], for [Exporter#random].
    public static void ofRandom(
            Path config,
            long seed,
            Exporter.Order order,
            SessionOptions how,
            Consumer<Finding> heard) {
        var shape = GptOssConfig.read(config);
        try (var checkpoint = new RandomCheckpoint(shape, seed);
                var arena = Arena.ofConfined()) {
            new Verification(shape, checkpoint, order, how, arena).run(heard);
        }
    }

    private void run(Consumer<Finding> heard) {
        var rows = rows();
        IntStream.of(0, 1, config.layers() / 2, config.layers() - 1)
                .filter(layer -> layer < config.layers())
                .distinct()
                .sorted()
                .forEach(layer -> heard.accept(check(layer, rows)));
    }

    private Finding check(int layer, PlainRows rows) {
        int positions = Math.min(config.slidingWindow() + BEHIND_WINDOW, config.maxPositions());
        readEveryExpert(layer, rows);
        var plain = new PlainPass(config, checkpoint, rows);
        int[] ids = new int[0];
        var expected = new PlainPass.Last(new double[0], -1);
        // Where two experts are nearly as good as each other, rounding decides: look elsewhere.
        for (int seed = 0; seed < PROMPTS && expected.margin() < agreement.margin(); seed++) {
            int[] tried = new Random(seed).ints(positions, 0, config.vocabulary()).toArray();
            var last = plain.layer(layer, tried);
            if (last.margin() > expected.margin()) {
                expected = last;
                ids = tried;
            }
        }
        double difference = agreement.between(actual(layer, ids), plain.head(expected.stream()));
        var finding = new Finding(layer, positions, difference, agreement.limit());
        if (!(difference <= agreement.limit())) {
            throw new VerificationException(
                    order.to() + " does not compute what the checkpoint says: " + finding);
        }
        return finding;
    }

    private PlainRows rows() {
        try (var channel = FileChannel.open(order.to().resolve(Exporter.DATA))) {
            var data = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            var published = new PlainRows.Published(checkpoint);
            return new WrittenRows(
                    config,
                    published,
                    written,
                    data,
                    order.precision(),
                    checkpoint.hasPackedExperts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A prompt asks only a few experts: of each of them a few rows are compared in any case.
    private void readEveryExpert(int layer, PlainRows rows) {
        String name = "model.layers." + layer + ".mlp.experts.";
        int inner = 2 * config.intermediate();
        for (int expert = 0; expert < config.experts().count(); expert++) {
            for (double part : SAMPLES) {
                int up = (int) (part * (inner - 1));
                rows.read(
                        name + "gate_up_proj",
                        (long) expert * inner + up,
                        new double[config.hidden()]);
                int down = (int) (part * (config.hidden() - 1));
                rows.read(
                        name + "down_proj",
                        (long) expert * config.hidden() + down,
                        new double[config.intermediate()]);
            }
        }
    }

    private float[] actual(int layer, int[] ids) {
        Path graph = order.to().resolve(GRAPH);
        try {
            Files.write(graph, graph(layer));
            var limits = new Limits(1, ids.length, ids.length, config.vocabulary());
            try (var decoder = new OrtDecoder(alone(graph), limits, how)) {
                var values = decoder.prefill(0, 0, ids, 0, ids.length).values();
                return values.toArray(ValueLayout.JAVA_FLOAT);
            } finally {
                Files.delete(graph);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] graph(int layer) {
        return new GptOssGraph(config, checkpoint, order)
                .build(List.of(layer))
                .encoded("gpt_oss", Exporter.DATA, constant -> written.offset(constant.name()));
    }

    private ModelFolder alone(Path graph) {
        return folder.with(graph, 1);
    }
}
