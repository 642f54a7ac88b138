package dev.precept.inference.export;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.precept.inference.export.Weights.Dtype;
import dev.precept.inference.gptoss.GptOssConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Writes checkpoints as they are published: `config.json` and safetensors in several files.
final class CheckpointWriter {

    private CheckpointWriter() {}

    static void write(GptOssConfig config, RandomCheckpoint checkpoint, Path folder)
            throws IOException {
        Files.writeString(folder.resolve("config.json"), json(config));
        var tensors = checkpoint.names().stream().map(checkpoint::get).toList();
        int half = tensors.size() / 2;
        shard(tensors.subList(0, half), folder.resolve("model-00001-of-00002.safetensors"));
        shard(
                tensors.subList(half, tensors.size()),
                folder.resolve("model-00002-of-00002.safetensors"));
    }

    static void shard(List<Weights> tensors, Path file) throws IOException {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("__metadata__", Map.of("format", "pt"));
        var data = new ByteArrayOutputStream();
        for (var tensor : tensors) {
            long from = data.size();
            data.writeBytes(tensor.data().toArray(JAVA_BYTE));
            header.put(
                    tensor.name(),
                    Map.of(
                            "dtype", tensor.dtype().name(),
                            "shape", tensor.shape(),
                            "data_offsets", List.of(from, (long) data.size())));
        }
        byte[] text =
                JsonMapper.shared().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
        out.writeBytes(text);
        data.writeTo(out);
        Files.write(file, out.toByteArray());
    }

    /// The same tensor in 32-bit floats, transposed where experts store inputs before outputs.
    static Weights floats(String name, float[] values, Long... shape) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new Weights(
                name,
                Dtype.F32,
                List.of(shape),
                java.lang.foreign.MemorySegment.ofArray(bytes.array()));
    }

    static Weights longs(String name, long[] values, Long... shape) {
        var bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return new Weights(
                name,
                Dtype.I64,
                List.of(shape),
                java.lang.foreign.MemorySegment.ofArray(bytes.array()));
    }

    static String json(GptOssConfig config) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model_type", "gpt_oss");
        json.put("head_dim", config.heads().size());
        json.put("rms_norm_eps", config.epsilon());
        json.put("rope_theta", config.rope().theta());
        json.put(
                "rope_scaling",
                Map.of(
                        "rope_type", "yarn",
                        "factor", config.rope().factor(),
                        "beta_fast", config.rope().betaFast(),
                        "beta_slow", config.rope().betaSlow(),
                        "original_max_position_embeddings", config.rope().original()));
        json.put("sliding_window", config.slidingWindow());
        json.put("swiglu_limit", config.experts().limit());
        json.put("max_position_embeddings", config.maxPositions());
        json.put("num_hidden_layers", config.layers());
        json.put("hidden_size", config.hidden());
        json.put("intermediate_size", config.intermediate());
        json.put("num_attention_heads", config.heads().query());
        json.put("num_key_value_heads", config.heads().keyValue());
        json.put("num_local_experts", config.experts().count());
        json.put("num_experts_per_tok", config.experts().perToken());
        json.put("vocab_size", config.vocabulary());
        return JsonMapper.shared().writeValueAsString(json);
    }

    static List<Weights> all(RandomCheckpoint checkpoint) {
        return new ArrayList<>(checkpoint.names().stream().map(checkpoint::get).toList());
    }
}
