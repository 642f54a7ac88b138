package dev.precept.inference.modelfolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The SHA-256 of a model: over name, size and content of its graph and of the data beside it.
public final class ModelDigest {

    private static final int BUFFER = 1 << 22;

    private ModelDigest() {}

    /// Reads every byte: about a second for each gigabyte.
    public static String of(ModelFolder folder) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = ByteBuffer.allocateDirect(BUFFER);
            for (Path file : files(folder.graph())) {
                digest.update(
                        (file.getFileName() + " " + Files.size(file) + "\n")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                add(file, digest, buffer);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static List<Path> files(Path graph) throws IOException {
        String prefix = graph.getFileName().toString();
        try (var all = Files.list(graph.resolveSibling("."))) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    private static void add(Path file, MessageDigest digest, ByteBuffer buffer) throws IOException {
        try (var channel = FileChannel.open(file)) {
            while (channel.read(buffer.clear()) >= 0) {
                digest.update(buffer.flip());
            }
        }
    }
}
