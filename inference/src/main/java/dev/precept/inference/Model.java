package dev.precept.inference;

import java.util.Map;

/// What answers.
///
/// @param digest SHA-256 of the weights, in hex
/// @param runtime name and version of what runs them
/// @param settings whatever changes an answer
public record Model(String name, String digest, String runtime, Map<String, String> settings) {

    public Model {
        settings = Map.copyOf(settings);
    }
}
