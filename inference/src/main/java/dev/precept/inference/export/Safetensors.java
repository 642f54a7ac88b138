package dev.precept.inference.export;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All `*.safetensors` of a folder, mapped into memory.
///
/// A file is the length of a JSON header (8 bytes, little-endian), the header, and the values.
final class Safetensors implements Checkpoint {

    static final String CONFIG = "config.json";
    static final String INDEX = "model.safetensors.index.json";
    private static final int LENGTH = 8;

    private final Arena arena = Arena.ofShared();
    private final Map<String, Weights> tensors = new HashMap<>();
    private final StringBuilder fingerprint = new StringBuilder();

    /// @throws IllegalArgumentException if there is no file, or one is damaged; the message names
    ///   it
    static Safetensors open(Path folder) {
        var made = new Safetensors();
        try {
            for (Path file : files(folder)) {
                made.read(file);
            }
            return made;
        } catch (IOException e) {
            made.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
    }

    /// The files of a checkpoint: those that its index names, or all.
    static List<Path> files(Path folder) throws IOException {
        Path index = folder.resolve(INDEX);
        if (Files.exists(index)) {
            return named(folder, index);
        }
        try (var files = Files.list(folder)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".safetensors"))
                            .sorted()
                            .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(folder + " has no *.safetensors");
            }
            return found;
        }
    }

    private static List<Path> named(Path folder, Path index) throws IOException {
        JsonNode places;
        try {
            places = JsonMapper.shared().readTree(Files.readString(index)).path("weight_map");
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    index + " is not JSON: " + e.getOriginalMessage(), e);
        }
        var files =
                places.valueStream()
                        .map(place -> folder.resolve(place.asString()))
                        .distinct()
                        .sorted()
                        .toList();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException(
                        index + " names " + file.getFileName() + ", which is not there");
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(index + ": weight_map is missing or empty");
        }
        return files;
    }

    private void read(Path file) throws IOException {
        fingerprint
                .append(file.toAbsolutePath())
                .append(' ')
                .append(Files.size(file))
                .append(' ')
                .append(Files.getLastModifiedTime(file))
                .append(' ');
        try (var channel = FileChannel.open(file)) {
            var all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            long header = all.byteSize() < LENGTH ? -1 : all.get(JAVA_LONG_UNALIGNED, 0);
            if (header < 2 || header > all.byteSize() - LENGTH) {
                throw new IllegalArgumentException(file + " is cut off or no safetensors file");
            }
            var text =
                    new String(
                            all.asSlice(LENGTH, header).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
            var values = all.asSlice(LENGTH + header);
            JsonMapper.shared()
                    .readTree(text)
                    .forEachEntry((name, tensor) -> {
                        if (!name.equals("__metadata__")) {
                            tensors.put(name, weights(name, tensor, values));
                        }
                    });
        } catch (JacksonException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private static Weights weights(String name, JsonNode tensor, MemorySegment values) {
        long from = tensor.path("data_offsets").path(0).asLong();
        long to = tensor.path("data_offsets").path(1).asLong();
        String dtype = tensor.path("dtype").asString();
        Weights.Dtype type;
        try {
            type = Weights.Dtype.valueOf(dtype);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "tensor " + name + " has the type " + dtype + ", which is not known", e);
        }
        return new Weights(
                name,
                type,
                tensor.path("shape").valueStream().map(JsonNode::asLong).toList(),
                values.asSlice(from, to - from));
    }

    /// Names, sizes and times of the files: reading all bytes would take as long as exporting them.
    @Override
    public String fingerprint() {
        return fingerprint.toString();
    }

    @Override
    public Optional<Weights> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    @Override
    public void close() {
        arena.close();
    }
}
