package dev.precept.worker.engine;

import dev.precept.inference.Classifier;
import dev.precept.inference.openai.ChatServerClassifier;
import dev.precept.inference.safeguard.LocalSafeguard;
import dev.precept.inference.similarity.ClauseSimilarityClassifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Loads the engine that the properties name; the container closes it after the last job.
@Configuration
class EngineConfiguration {

    /// @throws EngineStartException if the engine lacks what it needs
    @Bean
    Classifier classifier(
            EngineProperties properties, ModelProperties model, ChatServerProperties server) {
        try {
            return named(properties, model, server);
        } catch (RuntimeException problem) {
            throw new EngineStartException(problem);
        }
    }

    private static Classifier named(
            EngineProperties properties, ModelProperties model, ChatServerProperties server) {
        return switch (properties.engine()) {
            case "similarity" -> ClauseSimilarityClassifier.load(properties.threads());
            case "onnx" -> LocalSafeguard.open(model.folder(), model.options(), model.settings());
            case "openai" -> ChatServerClassifier.connect(server.settings());
            case "null" -> new NullClassifier(properties.threads());
            default ->
                    throw new IllegalArgumentException(
                            "precept.engine is '"
                                    + properties.engine()
                                    + "'; set it to similarity, onnx, openai or null");
        };
    }
}
