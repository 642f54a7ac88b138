package dev.precept.inference.gptoss;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The numbers of a gpt-oss model, as its `config.json` gives them.
///
/// Even layers look back `slidingWindow` positions, odd ones at everything.
public record GptOssConfig(
        int layers,
        int hidden,
        int intermediate,
        Heads heads,
        Experts experts,
        int vocabulary,
        int slidingWindow,
        int maxPositions,
        float epsilon,
        Rope rope) {

    public static final float SWIGLU_ALPHA = 1.702f;

    /// Grouped-query attention: every `query / keyValue` query heads share keys and values.
    public record Heads(int query, int keyValue, int size) {

        public int queryWidth() {
            return query * size;
        }

        public int keyValueWidth() {
            return keyValue * size;
        }

        public int packedWidth() {
            return queryWidth() + 2 * keyValueWidth();
        }
    }

    /// @param limit of both halves of the gated activation
    public record Experts(int count, int perToken, float limit) {}

    /// Rotary positions, stretched by YaRN "by parts" without truncation.
    public record Rope(
            double theta, double factor, double betaFast, double betaSlow, int original) {}

    /// @throws IllegalArgumentException if the file is missing, of another architecture, or not
    ///   complete; the message names the field
    public static GptOssConfig read(Path file) {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
        return new Fields(file, json).config();
    }

    /// Whether the layer looks back a window only.
    public boolean isLocal(int layer) {
        return layer % 2 == 0;
    }

    private record Fields(Path file, JsonNode json) {

        GptOssConfig config() {
            String type = json.path("model_type").asString("none");
            if (!type.equals("gpt_oss")) {
                throw new IllegalArgumentException(
                        file + ": model_type is '" + type + "'; only gpt_oss is known");
            }
            return new GptOssConfig(
                    integer("num_hidden_layers"),
                    multiple("hidden_size", 32),
                    multiple("intermediate_size", 32),
                    new Heads(
                            integer("num_attention_heads"),
                            integer("num_key_value_heads"),
                            multiple("head_dim", 16)),
                    new Experts(
                            integer("num_local_experts"),
                            integer("num_experts_per_tok"),
                            (float) json.path("swiglu_limit").asDouble(7)),
                    integer("vocab_size"),
                    integer("sliding_window"),
                    integer("max_position_embeddings"),
                    (float) json.path("rms_norm_eps").asDouble(1e-5),
                    rope());
        }

        private Rope rope() {
            JsonNode scaling = json.path("rope_scaling");
            return new Rope(
                    json.path("rope_theta").asDouble(150_000),
                    scaling.path("factor").asDouble(32),
                    scaling.path("beta_fast").asDouble(32),
                    scaling.path("beta_slow").asDouble(1),
                    scaling.path("original_max_position_embeddings").asInt(4_096));
        }

        private int integer(String name) {
            int value = json.path(name).asInt(0);
            if (value < 1) {
                throw new IllegalArgumentException(
                        file + ": " + name + " is missing or not a positive number");
            }
            return value;
        }

        private int multiple(String name, int of) {
            int value = integer(name);
            if (value % of != 0) {
                throw new IllegalArgumentException(
                        "%s: %s is %d, which is no multiple of %d"
                                .formatted(file, name, value, of));
            }
            return value;
        }
    }
}
