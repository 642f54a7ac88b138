package dev.precept.registry.golden;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/// An upload on disk while it is staged: a slow sender holds no connection to the database. Its
/// name is gone before the first byte is in it, so a registry that is killed leaves no content.
final class SpooledFile implements AutoCloseable {

    private final FileChannel file;

    private SpooledFile(FileChannel file) {
        this.file = file;
    }

    /// @throws PreceptException `upload-broken`
    static SpooledFile of(InputStream body) {
        var spooled = new SpooledFile(created());
        try {
            body.transferTo(Channels.newOutputStream(spooled.file));
            return spooled;
        } catch (IOException broken) {
            spooled.close();
            throw new PreceptException(
                    ErrorCode.UPLOAD_BROKEN, "The upload broke. Nothing was kept; send it again.");
        } catch (RuntimeException refused) {
            spooled.close();
            throw refused;
        }
    }

    /// The bytes from the first on, for one reader at a time; closing them leaves the file open.
    InputStream bytes() throws IOException {
        file.position(0);
        return new FilterInputStream(Channels.newInputStream(file)) {
            @Override
            public void close() {
                // read again by others
            }
        };
    }

    private static FileChannel created() {
        try {
            return FileChannel.open(
                    Files.createTempFile("precept-golden", ".upload"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
