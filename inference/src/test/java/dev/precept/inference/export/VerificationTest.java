package dev.precept.inference.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.inference.gptoss.GptOssConfig;
import dev.precept.inference.modelfolder.OnnxGraph;
import dev.precept.inference.testing.TestDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationTest {

    private static final long SEED = 4;

    @TempDir private Path from;
    @TempDir private Path to;

    private final GptOssConfig config = TinyModels.config(4, 2, 8);
    private final ArrayList<Verification.Finding> findings = new ArrayList<>();

    @BeforeEach
    void publish() throws IOException {
        try (var checkpoint = new RandomCheckpoint(config, SEED)) {
            CheckpointWriter.write(config, checkpoint, from);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void everyPrecisionComputesWhatItsWeightsSay(Precision precision) {
        export(precision);
        verify(precision);
        assertThat(findings).extracting(Verification.Finding::layer).containsExactly(0, 1);
        assertThat(findings).allMatch(found -> found.difference() <= found.limit());
        assertThat(to.resolve("verification.onnx")).doesNotExist();
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({
        "F32, model.layers.1.qkv.weight",
        "F32, cos_cache",
        "F16, model.layers.0.mlp.experts.down_proj",
        "INT8_EXACT, model.layers.0.mlp.experts.gate_up_proj.scales",
        "INT8_EXACT, model.layers.1.mlp.experts.down_proj.codes",
        "INT4, model.layers.0.o.weight.codes",
        "INT4, lm_head.weight.codes"
    })
    void aTensorThatWasWrittenWrongIsFound(Precision precision, String tensor) throws IOException {
        export(precision);
        zero(tensor);
        assertThatThrownBy(() -> verify(precision)).isInstanceOf(VerificationException.class);
    }

    @Test
    void aFaultyWeightIsNamedWithItsPlace() throws IOException {
        export(Precision.INT4);
        zero("model.layers.1.qkv.weight.codes");
        assertThatThrownBy(() -> verify(Precision.INT4))
                .hasMessageContaining("model.layers.1.self_attn")
                .hasMessageContaining("the checkpoint has");
    }

    @Test
    void logitsOfEveryPositionAndKeysOfTheWindowAreCheckedToo() {
        var order =
                new Exporter.Order(
                        "test",
                        Precision.INT8_F16,
                        to,
                        Exporter.Logits.EVERY_POSITION,
                        Exporter.LocalKeys.WINDOW);
        Exporter.export(from, order, Progress.NONE);
        Verification.of(from, order, TestDevice.sessions(), findings::add);
        assertThat(findings).hasSize(2);
    }

    private void export(Precision precision) {
        TestDevice.assumeRuns(precision);
        Exporter.export(from, order(precision), Progress.NONE);
    }

    private void verify(Precision precision) {
        Verification.of(from, order(precision), TestDevice.sessions(), findings::add);
    }

    private Exporter.Order order(Precision precision) {
        return new Exporter.Order("test", precision, to);
    }

    /// Overwrites the first 1,024 bytes of a tensor.
    private void zero(String tensor) throws IOException {
        int at = (int) OnnxGraph.read(to.resolve("model.onnx")).offset(tensor);
        Path file = to.resolve("model.onnx.data");
        byte[] data = Files.readAllBytes(file);
        java.util.Arrays.fill(data, at, at + 1_024, (byte) 0);
        Files.write(file, data);
    }
}
