package dev.precept.contracts.verdict;

import java.util.Map;

/// What answered: enough to repeat a verdict.
///
/// @param digest SHA-256 of the weights, in hex
/// @param runtime name and version of what ran the model, for example `onnxruntime 1.29.0 cpu`
/// @param settings whatever changes an answer, for example the temperature
public record ModelCard(String name, String digest, String runtime, Map<String, String> settings) {

    public ModelCard {
        settings = Map.copyOf(settings);
    }
}
