package dev.precept.quickstart.supervisor;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// What one process wrote, kept in a file that starts anew, with one predecessor, when it has grown
/// large.
final class LogFile {

    private static final long LARGE = 20L << 20;

    private final Path file;

    LogFile(Path folder, String name) {
        this.file = folder.resolve(name + ".log");
    }

    /// Copies a process's output, line by line, into the file and to the listener, until it ends or
    /// is closed, as it is when its process is told to end.
    void follow(InputStream output, Consumer<String> listener) {
        try (var lines = new InputStreamReader(output, StandardCharsets.UTF_8);
                var reader = new BufferedReader(lines)) {
            while (copy(reader, listener)) {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException closed) {
            listener.accept("(no more output: " + closed.getMessage() + ")");
        }
    }

    /// True when the file has become large and there is more to read.
    private boolean copy(BufferedReader reader, Consumer<String> listener) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        try (BufferedWriter writer =
                Files.newBufferedWriter(
                        file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                writer.write(line);
                writer.newLine();
                writer.flush();
                listener.accept(line);
                size += line.length() + 1L;
                if (size > LARGE) {
                    return true;
                }
            }
            return false;
        }
    }
}
