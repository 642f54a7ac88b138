package dev.precept.inference.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.inference.gptoss.GptOssConfig;
import dev.precept.inference.testing.TestDevice;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {

    private static final long SEED = 3;

    @TempDir private Path from;
    @TempDir private Path to;

    private final GptOssConfig config = TinyModels.config(4, 2, 8);
    private final int[] ids = new Random(1).ints(20, 0, 512).toArray();

    @Test
    void aPublishedCheckpointInSeveralFilesBecomesAModelThatAgrees() throws IOException {
        TestDevice.assumeRuns(Precision.INT8_EXACT);
        try (var checkpoint = new RandomCheckpoint(config, SEED)) {
            CheckpointWriter.write(config, checkpoint, from);
        }
        Exporter.export(from, order(Precision.INT8_EXACT), Progress.NONE);
        assertAgrees(TinyModels.reference(config, SEED, ids));
    }

    @Test
    void expertsInFloatsAndBucketsOfIdsAreKnownToo() throws IOException {
        TestDevice.assumeRuns(Precision.F32);
        var random = new Random(8);
        try (var checkpoint = new RandomCheckpoint(config, SEED)) {
            var tensors = CheckpointWriter.all(checkpoint);
            tensors.removeIf(tensor ->
                    tensor.name().contains("_blocks")
                            || tensor.name().contains("_scales")
                            || tensor.name().startsWith("model.embed")
                            || tensor.name().startsWith("lm_head"));
            for (int layer = 0; layer < config.layers(); layer++) {
                String name = "model.layers." + layer + ".mlp.experts.";
                tensors.add(experts(random, name + "gate_up_proj", 64, 128));
                tensors.add(experts(random, name + "down_proj", 64, 64));
            }
            for (String name : List.of("model.embed_tokens", "lm_head")) {
                tensors.add(random(random, name + ".weight", 100L, 64L));
                long[] buckets = random.longs(2 * 512, 0, 100).toArray();
                tensors.add(CheckpointWriter.longs(name + ".buckets", buckets, 512L, 2L));
            }
            Files.writeString(from.resolve("config.json"), CheckpointWriter.json(config));
            CheckpointWriter.shard(tensors, from.resolve("model.safetensors"));
        }
        assertThatThrownBy(() -> Exporter.export(from, order(Precision.INT8_EXACT), Progress.NONE))
                .hasMessageContaining("not in MXFP4");
        Exporter.export(from, order(Precision.F32), Progress.NONE);
        var findings = new ArrayList<Verification.Finding>();
        Verification.of(from, order(Precision.F32), TestDevice.sessions(), findings::add);
        assertThat(findings).hasSize(2);
        try (var read = Safetensors.open(from)) {
            assertAgrees(new ReferenceModel(config, read).logits(ids));
        }
    }

    @Test
    void anExportThatWasCutOffIsContinued() throws IOException {
        TestDevice.assumeRuns(Precision.F32);
        try (var checkpoint = new RandomCheckpoint(config, SEED)) {
            CheckpointWriter.write(config, checkpoint, from);
        }
        var written = new ArrayList<String>();
        Progress cut =
                (tensor, done, all) -> {
                    written.add(tensor);
                    if (written.size() == 7) {
                        throw new IllegalStateException("power cut");
                    }
                };
        assertThatThrownBy(() -> Exporter.export(from, order(Precision.F32), cut))
                .hasMessage("power cut");
        assertThat(to.resolve("model.onnx")).doesNotExist();
        Exporter.export(from, order(Precision.F32), Progress.NONE);
        assertThat(to.resolve("model.onnx.data.progress")).doesNotExist();
        assertAgrees(TinyModels.reference(config, SEED, ids));
    }

    @Test
    void progressReachesTheEnd() {
        var last = new long[2];
        TinyModels.write(config, SEED, Precision.F32, to);
        Exporter.write(
                config,
                new RandomCheckpoint(config, SEED),
                order(Precision.INT4),
                (tensor, done, all) -> {
                    assertThat(done).isGreaterThan(last[0]);
                    last[0] = done;
                    last[1] = all;
                });
        assertThat(last[0]).isLessThanOrEqualTo(last[1]);
    }

    @Test
    void anotherArchitectureIsRefusedByName() throws IOException {
        Files.writeString(from.resolve("config.json"), "{\"model_type\":\"llama\"}");
        assertThatThrownBy(() -> Exporter.export(from, order(Precision.F32), Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'llama'")
                .hasMessageContaining("gpt_oss");
    }

    @Test
    void aTensorThatIsMissingOrOfAnotherShapeIsNamed() throws IOException {
        try (var checkpoint = new RandomCheckpoint(config, SEED)) {
            var tensors = CheckpointWriter.all(checkpoint);
            Files.writeString(from.resolve("config.json"), CheckpointWriter.json(config));
            tensors.removeIf(tensor -> tensor.name().endsWith("1.self_attn.sinks"));
            CheckpointWriter.shard(tensors, from.resolve("model.safetensors"));
            assertThatThrownBy(() -> Exporter.export(from, order(Precision.F32), Progress.NONE))
                    .hasMessageContaining("model.layers.1.self_attn.sinks");
            tensors.add(random(new Random(1), "model.layers.1.self_attn.sinks", 5L));
            CheckpointWriter.shard(tensors, from.resolve("model.safetensors"));
            assertThatThrownBy(() -> Exporter.export(from, order(Precision.F32), Progress.NONE))
                    .hasMessageContaining("sinks has the shape [5], config.json asks for [4]");
        }
    }

    @Test
    void aDamagedCheckpointIsRefused() throws IOException {
        Files.writeString(from.resolve("config.json"), CheckpointWriter.json(config));
        Path file = from.resolve("model.safetensors");
        try (var checkpoint = new RandomCheckpoint(config, SEED)) {
            CheckpointWriter.shard(CheckpointWriter.all(checkpoint), file);
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, 8, 100, 5_000, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Exporter.export(from, order(Precision.F32), Progress.NONE))
                    .as("%d bytes", length)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void flippedBytesOfAHeaderNeverReachBehindTheFile() throws IOException {
        Path file = from.resolve("model.safetensors");
        try (var checkpoint = new RandomCheckpoint(config, SEED)) {
            CheckpointWriter.shard(CheckpointWriter.all(checkpoint), file);
        }
        byte[] whole = Files.readAllBytes(file);
        int header =
                8
                        + (int)
                                java.nio.ByteBuffer.wrap(whole)
                                        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                                        .getLong();
        var random = new Random(7);
        for (int run = 0; run < 300; run++) {
            byte[] damaged = whole.clone();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                damaged[random.nextInt(header)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(file, damaged);
            try (var read = Safetensors.open(from)) {
                read.find("model.norm.weight").ifPresent(norm -> norm.real(norm.size() - 1));
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private Exporter.Order order(Precision precision) {
        return new Exporter.Order("test", precision, to);
    }

    private Weights experts(Random random, String name, long inputs, long outputs) {
        return random(random, name, (long) config.experts().count(), inputs, outputs);
    }

    private static Weights random(Random random, String name, Long... shape) {
        int size = 1;
        for (long dimension : shape) {
            size *= (int) dimension;
        }
        var values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian() * 0.2f;
        }
        return CheckpointWriter.floats(name, values, shape);
    }

    private void assertAgrees(double[] expected) {
        try (var decoder = TinyModels.open(to, 1, 64, 64)) {
            var logits = decoder.prefill(0, 0, ids, 0, ids.length);
            for (int id = 0; id < expected.length; id++) {
                float value = logits.values().get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4L * id);
                assertThat((double) value)
                        .isCloseTo(expected[id], org.assertj.core.api.Assertions.within(1e-4));
            }
        }
    }
}
