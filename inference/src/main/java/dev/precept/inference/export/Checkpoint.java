package dev.precept.inference.export;

import java.util.Optional;

/// The tensors of a model by their Hugging Face names.
interface Checkpoint extends AutoCloseable {

    Optional<Weights> find(String name);

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
