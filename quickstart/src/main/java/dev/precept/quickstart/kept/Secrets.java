package dev.precept.quickstart.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/// Secrets made at the first start and kept in files that only their owner can read.
public final class Secrets {

    /// Opens the clients that stand for demo people.
    public static final String DEMO_CLIENTS = "demo-clients";

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    public Optional<String> find(String name) throws IOException {
        var file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /// The secret of this name; 256 random bits in hex if there was none.
    public String random(String name) throws IOException {
        return keep(
                name,
                () -> {
                    var bytes = new byte[32];
                    new SecureRandom().nextBytes(bytes);
                    return HexFormat.of().formatHex(bytes);
                });
    }

    /// The secret of this name; made and written whole or not at all if there was none.
    public String keep(String name, Supplier<String> make) throws IOException {
        var known = find(name);
        if (known.isPresent()) {
            return known.get();
        }
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var made = make.get();
        var temporary =
                Files.createTempFile(
                        folder,
                        name,
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, made);
        Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return made;
    }
}
