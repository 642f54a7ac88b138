package dev.precept.inference.openai;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Which server is asked, and how.
///
/// @param base of the API, up to and including `/v1`
/// @param apiKey sent as a bearer token; empty for none
/// @param model as the server names it
/// @param parallel calls at a time
/// @param answerTokens the most tokens of reasoning and answer together
/// @param temperature 0 takes the likeliest token always
/// @param patience how long a call waits for its judgement, tries and pauses included
/// @param attempts how often a call is made before it fails, at least 1
/// @param schema whether the server is asked to keep the answer to a JSON schema
public record ChatServerSettings(
        URI base,
        String apiKey,
        String model,
        int parallel,
        int answerTokens,
        double temperature,
        long seed,
        Duration patience,
        int attempts,
        boolean schema) {

    public ChatServerSettings {
        if (!base.isAbsolute() || !Set.of("http", "https").contains(base.getScheme())) {
            throw new IllegalArgumentException(
                    "the chat server's address '" + base + "' is no http or https URL");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("the chat server needs the name of a model");
        }
        if (parallel < 1 || attempts < 1 || answerTokens < 1) {
            throw new IllegalArgumentException(
                    "calls at a time (%d), attempts (%d) and answer tokens (%d) must be at least 1"
                            .formatted(parallel, attempts, answerTokens));
        }
    }

    /// What changes an answer, and nothing secret.
    Map<String, String> described() {
        return Map.of(
                "answerTokens", Integer.toString(answerTokens),
                "temperature", Double.toString(temperature),
                "seed", Long.toString(seed),
                "schema", Boolean.toString(schema));
    }

    URI at(String path) {
        var root = base.toString();
        return URI.create((root.endsWith("/") ? root : root + "/") + path);
    }

    /// Shows no key.
    @Override
    public String toString() {
        return "ChatServerSettings[" + base + ", " + model + ", " + described() + "]";
    }
}
