package dev.precept.contracts.fleet;

import dev.precept.contracts.verdict.ModelCard;
import org.jspecify.annotations.Nullable;

/// A worker introduces itself.
///
/// @param name for people, usually the host's name
/// @param engine `similarity`, `onnx`, `openai` or `null`
/// @param capacity contents that it classifies at the same time
/// @param version of the worker's software
/// @param writes whether it proposes wordings of policies; a worker that does not say does not
public record WorkerRegistration(
        String name,
        String engine,
        ModelCard model,
        int capacity,
        String version,
        @Nullable Boolean writes) {}
