package dev.precept.quickstart.supervisor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where a running quickstart is found, kept in a small file in its data directory.
///
/// @param pid of the supervisor
public record Running(long pid, URI console, URI registry, URI identity) {

    /// The quickstart that runs on this folder now; a file that a killed one left counts for
    /// nothing.
    public static Optional<Running> on(DataDirectory data) {
        return read(data).filter(Running::isAlive);
    }

    /// What the file says, whether or not its writer still lives.
    static Optional<Running> read(DataDirectory data) {
        try {
            return Optional.of(
                    JsonMapper.shared()
                            .readValue(Files.readString(data.runningFile()), Running.class));
        } catch (IOException | JacksonException missingOrTorn) {
            return Optional.empty();
        }
    }

    void write(DataDirectory data) throws IOException {
        var temporary = data.root().resolve("running.json.new");
        Files.writeString(temporary, JsonMapper.shared().writeValueAsString(this));
        Files.move(
                temporary,
                data.runningFile(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
