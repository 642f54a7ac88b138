package dev.precept.worker.engine;

import dev.precept.inference.openai.ChatServerSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The chat server of the engine `openai`, under `precept.openai`.
///
/// @param baseUrl of its API, up to and including `/v1`
/// @param apiKey sent as a bearer token; empty for none
/// @param model as the server names it
/// @param parallel calls at a time
/// @param answerTokens the most tokens of reasoning and answer together
/// @param temperature 0 takes the likeliest token always
/// @param patience how long one content may take, tries and pauses included
/// @param attempts how often a call is made before it fails
/// @param schema whether the server is asked to keep the answer to a JSON schema
@ConfigurationProperties("precept.openai")
record ChatServerProperties(
        @DefaultValue("http://localhost:8000/v1") URI baseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("openai/gpt-oss-safeguard-20b") String model,
        @DefaultValue("16") int parallel,
        @DefaultValue("2560") int answerTokens,
        @DefaultValue("0") double temperature,
        @DefaultValue("0") long seed,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("5") int attempts,
        @DefaultValue("false") boolean schema) {

    ChatServerSettings settings() {
        return new ChatServerSettings(
                baseUrl,
                apiKey,
                model,
                parallel,
                answerTokens,
                temperature,
                seed,
                patience,
                attempts,
                schema);
    }

    /// Shows no key.
    @Override
    public String toString() {
        return settings().toString();
    }
}
