package dev.precept.inference.export;

import dev.precept.inference.gptoss.GptOssConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The descriptions beside the graph: `genai_config.json`, and `precept.json` with what only we
/// write.
final class FolderFiles {

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FolderFiles() {}

    static void write(GptOssConfig config, Exporter.Order order) throws IOException {
        Files.writeString(
                order.to().resolve("genai_config.json"),
                PRETTY.writeValueAsString(Map.of("model", model(config))));
        var ours = new LinkedHashMap<String, Object>();
        ours.put("name", order.name());
        ours.put("precision", order.precision().wireName());
        ours.put("logits", order.logits().described());
        Files.writeString(order.to().resolve("precept.json"), PRETTY.writeValueAsString(ours));
    }

    private static Map<String, Object> model(GptOssConfig config) {
        var model = new LinkedHashMap<String, Object>();
        model.put("type", "gptoss");
        model.put("vocab_size", config.vocabulary());
        model.put("context_length", config.maxPositions());
        var decoder = new LinkedHashMap<String, Object>();
        decoder.put("filename", Exporter.GRAPH);
        decoder.put("head_size", config.heads().size());
        decoder.put("hidden_size", config.hidden());
        decoder.put("num_attention_heads", config.heads().query());
        decoder.put("num_key_value_heads", config.heads().keyValue());
        decoder.put("num_hidden_layers", config.layers());
        decoder.put(
                "inputs",
                Map.of(
                        "input_ids", "input_ids",
                        "attention_mask", "attention_mask",
                        "past_key_names", "past_key_values.%d.key",
                        "past_value_names", "past_key_values.%d.value"));
        decoder.put(
                "outputs",
                Map.of(
                        "logits", "logits",
                        "present_key_names", "present.%d.key",
                        "present_value_names", "present.%d.value"));
        model.put("decoder", decoder);
        return model;
    }
}
