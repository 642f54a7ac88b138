package dev.precept.quickstart.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The folder that holds everything a quickstart keeps: database, keys, logs and unpacked
/// applications.
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public Path postgresql() {
        return root.resolve("postgresql");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    Path applications() {
        return root.resolve("apps");
    }

    Path runningFile() {
        return root.resolve("running.json");
    }

    /// Takes the folder for this process until the channel is closed or the process ends; empty if
    /// another process has it.
    Optional<FileChannel> lock() throws IOException {
        Files.createDirectories(logs());
        var channel =
                FileChannel.open(
                        root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(channel);
    }
}
