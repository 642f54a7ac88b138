package dev.precept.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What one throughput run measured, kept so that two runs can be set side by side.
///
/// @param itemsPerSecond of the median round
/// @param cpuSecondsPerThousand processor seconds for a thousand items, by process
record Figures(
        String label,
        int items,
        double itemsPerSecond,
        double uploadSeconds,
        Map<String, Double> cpuSecondsPerThousand) {

    static Figures read(Path file) {
        return RegistryClient.JSON.readValue(file.toFile(), Figures.class);
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        RegistryClient.JSON.writeValue(file.toFile(), this);
    }
}
