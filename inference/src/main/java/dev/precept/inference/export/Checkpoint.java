package dev.precept.inference.export;

import java.util.Optional;

/// The tensors of a model by their Hugging Face names.
interface Checkpoint extends AutoCloseable {

    Optional<Weights> find(String name);

    /// Another text whenever the values could be others.
    String fingerprint();

    /// Whether the experts are in MXFP4, as published.
    default boolean hasPackedExperts() {
        return has("model.layers.0.mlp.experts.gate_up_proj_blocks");
    }

    default boolean has(String name) {
        return find(name).isPresent();
    }

    /// @throws IllegalArgumentException if there is no such tensor
    default Weights get(String name) {
        return find(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("the checkpoint has no tensor " + name));
    }

    @Override
    void close();
}
