package dev.precept.inference.export;

import dev.precept.inference.engine.Decoder.Limits;
import dev.precept.inference.gptoss.GptOssConfig;
import dev.precept.inference.gptoss.OrtDecoder;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.testing.TestDevice;
import java.nio.file.Path;

/// Random-weight models small enough for tests.
public final class TinyModels {

    private static final GptOssConfig.Rope ROPE = new GptOssConfig.Rope(150_000, 32, 32, 1, 4_096);

    private TinyModels() {}

    /// @param queryHeads of which `keyValueHeads` share keys and values
    public static GptOssConfig config(int queryHeads, int keyValueHeads, int window) {
        return new GptOssConfig(
                2,
                64,
                64,
                new GptOssConfig.Heads(queryHeads, keyValueHeads, 16),
                new GptOssConfig.Experts(4, 2, 7),
                512,
                window,
                8_192,
                1e-5f,
                ROPE);
    }

    /// Skips the test where the device has no kernels for the precision.
    public static Path write(GptOssConfig config, long seed, Precision precision, Path to) {
        TestDevice.assumeRuns(precision);
        return writeForAnyDevice(config, seed, precision, to);
    }

    public static Path writeForAnyDevice(
            GptOssConfig config, long seed, Precision precision, Path to) {
        write(config, seed, new Exporter.Order("random", precision, to));
        return to;
    }

    /// A model with the real vocabulary that has learned nothing.
    public static Path writeUntaught(Path to) {
        var small = config(4, 2, 128);
        var config =
                new GptOssConfig(
                        small.layers(),
                        small.hidden(),
                        small.intermediate(),
                        small.heads(),
                        small.experts(),
                        201_088,
                        small.slidingWindow(),
                        small.maxPositions(),
                        small.epsilon(),
                        small.rope());
        try (var checkpoint = new BucketedCheckpoint(config, 1)) {
            Exporter.write(
                    config,
                    checkpoint,
                    new Exporter.Order("untaught", Precision.F32, to),
                    Progress.NONE);
        }
        return to;
    }

    /// With logits of every position, as onnxruntime-genai's builder does.
    public static void writeAsBuilder(
            GptOssConfig config, long seed, Precision precision, Path to) {
        TestDevice.assumeRuns(precision);
        var everything = Exporter.LocalKeys.EVERY_POSITION;
        write(
                config,
                seed,
                new Exporter.Order(
                        "random", precision, to, Exporter.Logits.EVERY_POSITION, everything));
    }

    /// Layers with a window keep that window only.
    public static void writeWithWindows(
            GptOssConfig config, long seed, Precision precision, Path to) {
        TestDevice.assumeRuns(precision);
        var windows = Exporter.LocalKeys.WINDOW;
        write(
                config,
                seed,
                new Exporter.Order(
                        "random", precision, to, Exporter.Logits.LAST_POSITION, windows));
    }

    private static void write(GptOssConfig config, long seed, Exporter.Order order) {
        try (var checkpoint = new RandomCheckpoint(config, seed)) {
            Exporter.write(config, checkpoint, order, Progress.NONE);
        }
    }

    public static OrtDecoder open(Path folder, int rows, int context, int chunk) {
        var read = ModelFolder.read(folder);
        return new OrtDecoder(
                read, new Limits(rows, context, chunk, read.vocabulary()), TestDevice.sessions());
    }

    /// Logits after the last token, in plain Java.
    public static double[] reference(GptOssConfig config, long seed, int... ids) {
        try (var checkpoint = new RandomCheckpoint(config, seed)) {
            return new ReferenceModel(config, checkpoint).logits(ids);
        }
    }
}
