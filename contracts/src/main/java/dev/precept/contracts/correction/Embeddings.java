package dev.precept.contracts.correction;

import java.util.List;

/// Vectors of one model.
///
/// @param model the SHA-256 of its weights, in hex
public record Embeddings(String model, List<Embedding> vectors) {

    public static final int MAX_VECTORS = 200;
    public static final int MAX_DIMENSIONS = 4_096;

    public Embeddings {
        vectors = List.copyOf(vectors);
    }
}
