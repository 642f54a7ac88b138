package dev.precept.inference.modelfolder;

import dev.precept.inference.modelfolder.ModelFolder.Cache;
import dev.precept.inference.modelfolder.ModelFolder.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads `genai_config.json`, and `precept.json` where our exporter wrote it.
record GenaiConfig(Path folder) {

    private static final List<String> TYPES = List.of("gptoss", "gpt_oss");

    ModelFolder read() {
        Path file = folder.resolve("genai_config.json");
        JsonNode model = json(file).path("model");
        String type = text(file, model, "type", "model.");
        if (!TYPES.contains(type)) {
            throw new ModelFolderException(
                    file + ": model.type is '" + type + "'; only gptoss is known");
        }
        JsonNode decoder = model.path("decoder");
        String at = "model.decoder.";
        Path graph = folder.resolve(text(file, decoder, "filename", at));
        if (!Files.isRegularFile(graph)) {
            throw new ModelFolderException(
                    file
                            + ": "
                            + at
                            + "filename names "
                            + graph.getFileName()
                            + ", which is not there");
        }
        JsonNode ours =
                Files.exists(folder.resolve("precept.json"))
                        ? json(folder.resolve("precept.json"))
                        : JsonMapper.shared().createObjectNode();
        return new ModelFolder(
                ours.path("name").asString(String.valueOf(folder.getFileName())),
                graph,
                new Cache(
                        number(file, decoder, "num_hidden_layers", at),
                        number(file, decoder, "num_key_value_heads", at),
                        number(file, decoder, "head_size", at),
                        number(file, decoder, "num_attention_heads", at)),
                number(file, model, "vocab_size", "model."),
                number(file, model, "context_length", "model."),
                names(file, decoder),
                ours.path("logits").asString("").equals("last position"));
    }

    private static Names names(Path file, JsonNode decoder) {
        JsonNode inputs = decoder.path("inputs");
        JsonNode outputs = decoder.path("outputs");
        String in = "model.decoder.inputs.";
        String out = "model.decoder.outputs.";
        return new Names(
                text(file, inputs, "input_ids", in),
                text(file, inputs, "attention_mask", in),
                pattern(file, inputs, "past_key_names", in),
                pattern(file, inputs, "past_value_names", in),
                text(file, outputs, "logits", out),
                pattern(file, outputs, "present_key_names", out),
                pattern(file, outputs, "present_value_names", out));
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new ModelFolderException(file + " is not there or cannot be read", e);
        } catch (JacksonException e) {
            throw new ModelFolderException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(Path file, JsonNode parent, String field, String at) {
        JsonNode value = parent.path(field);
        if (!value.isString() || value.asString().isBlank()) {
            throw new ModelFolderException(file + ": " + at + field + " is missing");
        }
        return value.asString();
    }

    private static String pattern(Path file, JsonNode parent, String field, String at) {
        String value = text(file, parent, field, at);
        if (!value.matches("[^%]*%d[^%]*")) {
            throw new ModelFolderException(
                    file
                            + ": "
                            + at
                            + field
                            + " is '"
                            + value
                            + "', which has no %d for the layer");
        }
        return value;
    }

    private static int number(Path file, JsonNode parent, String field, String at) {
        JsonNode value = parent.path(field);
        if (!value.isInt() || value.asInt() < 1) {
            throw new ModelFolderException(
                    file + ": " + at + field + " is missing or not a positive number");
        }
        return value.asInt();
    }
}
