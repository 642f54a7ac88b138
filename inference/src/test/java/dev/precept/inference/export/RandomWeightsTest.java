package dev.precept.inference.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.inference.testing.TestDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomWeightsTest {

    private static final long SEED = 9;

    @TempDir private Path folder;
    private Path shape = Path.of("");

    @BeforeEach
    void writeTheShape() throws IOException {
        shape = folder.resolve("shape.json");
        Files.writeString(shape, CheckpointWriter.json(TinyModels.config(4, 2, 8)));
    }

    @Test
    void aCheckpointInShardsHoldsTheTensorsOfItsSeed() throws IOException {
        var heard = new ArrayList<String>();
        RandomWeights.write(shape, SEED, folder, 100_000, (tensor, done, all) -> heard.add(tensor));
        assertThat(Safetensors.files(folder)).hasSizeGreaterThan(2);
        try (var read = Safetensors.open(folder);
                var made = new RandomCheckpoint(TinyModels.config(4, 2, 8), SEED)) {
            assertThat(heard).containsExactlyElementsOf(made.names());
            for (String name : made.names()) {
                assertThat(read.get(name).shape()).isEqualTo(made.get(name).shape());
                assertThat(read.get(name).data().mismatch(made.get(name).data()))
                        .as(name)
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void aMissingShardIsNamed() throws IOException {
        RandomWeights.write(shape, SEED, folder, 100_000, Progress.NONE);
        Path second = Safetensors.files(folder).get(1);
        Files.delete(second);
        assertThatThrownBy(() -> Safetensors.open(folder))
                .hasMessageContaining("names " + second.getFileName() + ", which is not there");
    }

    @Test
    void aRandomModelIsTheExportOfItsCheckpoint() throws IOException {
        Path direct = folder.resolve("direct");
        Exporter.random(
                shape, SEED, new Exporter.Order("a", Precision.INT8, direct), Progress.NONE);
        assertThat(direct.resolve(".random")).doesNotExist();
        Path checkpoint = folder.resolve("checkpoint");
        RandomWeights.write(shape, SEED, checkpoint, Progress.NONE);
        Path exported = folder.resolve("exported");
        Exporter.export(
                checkpoint, new Exporter.Order("a", Precision.INT8, exported), Progress.NONE);
        for (String file : List.of("model.onnx", "model.onnx.data", "precept.json")) {
            assertThat(Files.mismatch(direct.resolve(file), exported.resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    @Test
    void whatAnotherCheckpointLeftBehindIsNotContinued() throws IOException {
        TestDevice.assumeRuns(Precision.F32);
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path to = folder.resolve("to");
        RandomWeights.write(shape, 1, first, Progress.NONE);
        RandomWeights.write(shape, 2, second, Progress.NONE);
        var order = new Exporter.Order("a", Precision.F32, to);
        Progress cut =
                (tensor, done, all) -> {
                    if (done > all / 2) {
                        throw new IllegalStateException("power cut");
                    }
                };
        assertThatThrownBy(() -> Exporter.export(first, order, cut)).hasMessage("power cut");
        Exporter.export(second, order, Progress.NONE);
        var findings = new ArrayList<Verification.Finding>();
        Verification.of(second, order, TestDevice.sessions(), findings::add);
        assertThat(findings).hasSize(2);
        assertThatThrownBy(
                        () -> Verification.of(first, order, TestDevice.sessions(), findings::add))
                .isInstanceOf(VerificationException.class);
    }
}
