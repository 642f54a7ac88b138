package dev.precept.inference.gptoss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.engine.Decoder;
import dev.precept.inference.export.Precision;
import dev.precept.inference.export.TinyModels;
import dev.precept.inference.sampling.Logits;
import dev.precept.inference.testing.TestDevice;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What ONNX Runtime computes against an independent forward pass in plain Java.
class ParityTest {

    private static final long SEED = 5;

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0}, {1} query and {2} key-value heads, window {3}")
    @CsvSource({
        "F32, 4, 4, 8, 1e-4",
        "F32, 4, 2, 8, 1e-4",
        "F32, 8, 1, 128, 1e-4",
        "INT8_EXACT, 4, 2, 8, 1e-4",
        "INT8_EXACT, 8, 1, 128, 1e-4",
        "F16, 4, 2, 8, 0.05",
        "INT8_F16, 4, 2, 8, 0.05"
    })
    void logitsAgreeWithTheReference(
            Precision precision, int queries, int keyValues, int window, double tolerance) {
        var config = TinyModels.config(queries, keyValues, window);
        TinyModels.write(config, SEED, precision, folder);
        int[] ids = new Random(1).ints(40, 0, config.vocabulary()).toArray();
        try (var decoder = TinyModels.open(folder, 2, 128, 64)) {
            var whole = decoder.prefill(1, 0, ids, 0, ids.length);
            assertClose(whole, TinyModels.reference(config, SEED, ids), tolerance);
            int[] longer = java.util.Arrays.copyOf(ids, ids.length + 1);
            longer[ids.length] = 77;
            var next = decoder.decode(1, 1, new int[] {77}, new int[] {ids.length}).logits(0);
            assertClose(next, TinyModels.reference(config, SEED, longer), tolerance);
        }
    }

    @Test
    void chunksPrefixesAndBatchesChangeNothing() {
        var config = TinyModels.config(4, 2, 8);
        TinyModels.write(config, SEED, TestDevice.precision(), folder);
        double tolerance = TestDevice.tolerance();
        int[] ids = new Random(2).ints(50, 0, config.vocabulary()).toArray();
        double[] expected = TinyModels.reference(config, SEED, ids);
        try (var decoder = TinyModels.open(folder, 3, 64, 16)) {
            for (int from = 0; from < 48; from += 16) {
                decoder.prefill(0, from, ids, from, from + 16);
            }
            try (var snapshot = decoder.capture(0, 48)) {
                decoder.prefill(2, 0, ids, 10, 25);
                decoder.restore(snapshot, 2);
            }
            assertClose(decoder.prefill(2, 48, ids, 48, 50), expected, tolerance);
            decoder.prefill(1, 0, ids, 30, 37);
            decoder.copy(2, 0, 49);
            Decoder.Step step =
                    decoder.decode(0, 3, new int[] {ids[49], 3, ids[49]}, new int[] {49, 7, 49});
            assertClose(step.logits(0), expected, tolerance);
            assertClose(step.logits(2), expected, tolerance);
        }
    }

    @ParameterizedTest(name = "{0}, window {1}")
    @CsvSource({
        "F32, 8, 1e-4",
        "F32, 32, 1e-4",
        "INT8_EXACT, 8, 1e-4",
        "F16, 8, 0.05",
        "F16, 32, 0.05",
        "INT8_F16, 8, 0.05"
    })
    void keysOfTheWindowAreEnoughForLayersThatHaveOne(
            Precision precision, int window, double tolerance) {
        var config = TinyModels.config(4, 2, window);
        TinyModels.writeWithWindows(config, SEED, precision, folder);
        int[] ids = new Random(6).ints(60, 0, config.vocabulary()).toArray();
        try (var decoder = TinyModels.open(folder, 3, 64, 20)) {
            decoder.prefill(0, 0, ids, 0, 5);
            decoder.prefill(0, 5, ids, 5, 25);
            decoder.prefill(0, 25, ids, 25, 38);
            try (var snapshot = decoder.capture(0, 38)) {
                assertThat(snapshot.bytes()).isEqualTo(decoder.snapshotBytes(38));
                decoder.prefill(2, 0, ids, 10, 25);
                decoder.restore(snapshot, 2);
            }
            decoder.prefill(2, 38, ids, 38, 58);
            decoder.prefill(1, 0, ids, 0, 4);
            decoder.copy(2, 0, 58);
            var step = decoder.decode(0, 2, new int[] {ids[58], ids[4]}, new int[] {58, 4});
            assertClose(step.logits(0), after(config, ids, 59), tolerance);
            assertClose(step.logits(1), after(config, ids, 5), tolerance);
            step = decoder.decode(0, 2, new int[] {ids[59], ids[5]}, new int[] {59, 5});
            assertClose(step.logits(0), after(config, ids, 60), tolerance);
            assertClose(step.logits(1), after(config, ids, 6), tolerance);
        }
    }

    private static double[] after(GptOssConfig config, int[] ids, int count) {
        return TinyModels.reference(config, SEED, java.util.Arrays.copyOf(ids, count));
    }

    @ParameterizedTest
    @CsvSource({"F32, 1e-4", "F16, 0.05"})
    void aFolderAsTheBuilderOfGenaiWritesItRunsAsItIs(Precision precision, double tolerance)
            throws IOException {
        var config = TinyModels.config(4, 2, 8);
        TinyModels.writeAsBuilder(config, SEED, precision, folder);
        Files.delete(folder.resolve("precept.json"));
        int[] ids = new Random(4).ints(30, 0, config.vocabulary()).toArray();
        try (var decoder = TinyModels.open(folder, 2, 64, 20)) {
            decoder.prefill(0, 0, ids, 0, 20);
            var logits = decoder.prefill(0, 20, ids, 20, 30);
            assertClose(logits, TinyModels.reference(config, SEED, ids), tolerance);
            decoder.prefill(1, 0, ids, 0, 5);
            var step = decoder.decode(0, 2, new int[] {3, ids[5]}, new int[] {30, 5});
            int[] six = java.util.Arrays.copyOf(ids, 6);
            assertClose(step.logits(1), TinyModels.reference(config, SEED, six), tolerance);
        }
    }

    @Test
    void positionsBeyondTheOriginalContextAreStretchedByYarn() {
        var config = TinyModels.config(2, 1, 32);
        TinyModels.write(config, SEED, TestDevice.precision(), folder);
        int[] ids = new Random(3).ints(4_200, 0, config.vocabulary()).toArray();
        try (var decoder = TinyModels.open(folder, 1, 4_224, 512)) {
            int at = 0;
            for (; ids.length - at > 512; at += 512) {
                decoder.prefill(0, at, ids, at, at + 512);
            }
            var last = decoder.prefill(0, at, ids, at, ids.length);
            assertClose(last, TinyModels.reference(config, SEED, ids), TestDevice.tolerance());
        }
    }

    private static void assertClose(Logits actual, double[] expected, double tolerance) {
        double worst = 0;
        double sum = 0;
        int best = 0;
        for (int id = 0; id < expected.length; id++) {
            float value = actual.values().get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4L * id);
            worst = Math.max(worst, Math.abs(value - expected[id]));
            sum += Math.exp(expected[id]);
            best = expected[id] > expected[best] ? id : best;
        }
        assertThat(worst).isLessThanOrEqualTo(tolerance);
        assertThat(Math.abs(actual.logSumExp() - Math.log(sum))).isLessThanOrEqualTo(tolerance);
        assertThat(expected[best] - expected[actual.best()]).isLessThanOrEqualTo(2 * tolerance);
    }
}
