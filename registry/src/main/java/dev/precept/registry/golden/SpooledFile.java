package dev.precept.registry.golden;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// An upload on disk, readable by its owner only, while it is staged: a slow sender holds no
/// connection to the database. Gone when closed.
record SpooledFile(Path path) implements AutoCloseable {

    /// @throws PreceptException `upload-broken`
    static SpooledFile of(InputStream body) {
        var file = new SpooledFile(created());
        try {
            Files.copy(body, file.path, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException broken) {
            file.close();
            throw new PreceptException(
                    ErrorCode.UPLOAD_BROKEN, "The upload broke. Nothing was kept; send it again.");
        } catch (RuntimeException refused) {
            file.close();
            throw refused;
        }
    }

    private static Path created() {
        try {
            return Files.createTempFile("precept-golden", ".upload");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
