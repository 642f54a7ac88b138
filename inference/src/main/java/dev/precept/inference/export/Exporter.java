package dev.precept.inference.export;

import dev.precept.inference.gptoss.GptOssConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a model folder as onnxruntime-genai's builder lays it out.
public final class Exporter {

    static final String GRAPH = "model.onnx";
    static final String DATA = "model.onnx.data";

    private Exporter() {}

    /// What becomes of a model.
    ///
    /// @param name for people, as it stands in verdicts
    public record Order(
            String name, Precision precision, Path to, Logits logits, LocalKeys localKeys) {

        public Order(String name, Precision precision, Path to) {
            this(name, precision, to, Logits.LAST_POSITION, LocalKeys.EVERY_POSITION);
        }
    }

    /// What layers that look back a window only keep.
    public enum LocalKeys {
        /// Runs on every ONNX Runtime.
        EVERY_POSITION,
        /// The window and no more (`sliding_window_cache`): half the memory of a row. Needs ONNX
        /// Runtime 1.29.
        WINDOW
    }

    /// Of which positions the graph gives logits.
    public enum Logits {
        /// All that an engine needs; a prompt costs one row of the vocabulary.
        LAST_POSITION,
        /// As onnxruntime-genai's builder does, and without the largest of them.
        EVERY_POSITION;

        String described() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /// From a folder with `config.json` and `*.safetensors`. Begun exports are continued.
    ///
    /// @throws IllegalArgumentException if the folder does not fit; the message names the field
    public static void export(Path from, Order order, Progress progress) {
        var config = GptOssConfig.read(from.resolve("config.json"));
        try (var checkpoint = Safetensors.open(from)) {
            write(config, checkpoint, order, progress);
        }
    }

    /// A model of the shape that a `config.json` gives, with random weights: for tests and
    /// benchmarks. The checkpoint itself lies in the folder until the export is complete.
    public static void random(Path config, long seed, Order order, Progress progress) {
        Path checkpoint = order.to().resolve(".random");
        try {
            Files.createDirectories(checkpoint);
            RandomWeights.write(config, seed, checkpoint, Progress.NONE);
            export(checkpoint, order, progress);
            try (var files = Files.list(checkpoint)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(checkpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(GptOssConfig config, Checkpoint checkpoint, Order order, Progress progress) {
        if (order.precision() == Precision.INT8_EXACT && !checkpoint.hasPackedExperts()) {
            throw new IllegalArgumentException(
                    "the experts are not in MXFP4, so 8 bits cannot hold them exactly;"
                            + " choose precision f32, f16 or int8");
        }
        var graph = new GptOssGraph(config, checkpoint, order).build();
        Path to = order.to();
        try {
            Files.createDirectories(to);
            // Without its graph a folder that is only half written cannot be mistaken for a model.
            Files.deleteIfExists(to.resolve(GRAPH));
            String source = order.precision() + " of " + config + " " + checkpoint.fingerprint();
            var data = new DataFile(to.resolve(DATA), graph.outside(), source);
            if (data.size() > Files.getFileStore(to).getUsableSpace() + existing(to)) {
                throw new IllegalArgumentException(
                        "%s needs %d MiB, the disk has %d MiB left"
                                .formatted(
                                        to,
                                        data.size() >> 20,
                                        Files.getFileStore(to).getUsableSpace() >> 20));
            }
            data.write(progress);
            Files.write(to.resolve(GRAPH), graph.encoded("gpt_oss", DATA, data::offset));
            FolderFiles.write(config, order);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long existing(Path to) throws IOException {
        Path data = to.resolve(DATA);
        return Files.exists(data) ? Files.size(data) : 0;
    }
}
