package dev.precept.inference.export;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Writes one safetensors file, each tensor straight into its place.
final class SafetensorsWriter {

    private SafetensorsWriter() {}

    /// @param written hears of every tensor that is complete
    static void write(
            Path file,
            List<RandomCheckpoint.Tensor> tensors,
            Consumer<RandomCheckpoint.Tensor> written)
            throws IOException {
        byte[] header = header(tensors);
        try (var channel = FileChannel.open(file, READ, WRITE, CREATE, TRUNCATE_EXISTING)) {
            long at = Long.BYTES + header.length;
            try (var arena = Arena.ofConfined()) {
                var start = channel.map(FileChannel.MapMode.READ_WRITE, 0, at, arena);
                start.set(JAVA_LONG_UNALIGNED, 0, header.length);
                start.asSlice(Long.BYTES).copyFrom(MemorySegment.ofArray(header));
            }
            for (var tensor : tensors) {
                try (var arena = Arena.ofConfined()) {
                    tensor.fill()
                            .into(
                                    channel.map(
                                            FileChannel.MapMode.READ_WRITE,
                                            at,
                                            tensor.bytes(),
                                            arena));
                }
                at += tensor.bytes();
                written.accept(tensor);
            }
        }
    }

    private static byte[] header(List<RandomCheckpoint.Tensor> tensors) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("__metadata__", Map.of("format", "pt"));
        long at = 0;
        for (var tensor : tensors) {
            long end = at + tensor.bytes();
            header.put(
                    tensor.name(),
                    Map.of(
                            "dtype", tensor.dtype().name(),
                            "shape", tensor.shape(),
                            "data_offsets", List.of(at, end)));
            at = end;
        }
        String json = JsonMapper.shared().writeValueAsString(header);
        // Values of eight bytes stay at multiples of eight.
        String padded = json + " ".repeat((8 - json.length() % 8) % 8);
        return padded.getBytes(StandardCharsets.UTF_8);
    }
}
