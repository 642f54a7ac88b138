package dev.precept.inference.export;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The constants of a graph, one behind the other at addresses that are multiples of a page.
///
/// A journal beside it says what is exported and names the tensors that are complete; a second run
/// of the same export skips them. It is removed at the end.
final class DataFile {

    private static final long PAGE = 4_096;

    private final Path file;
    private final Path journal;
    private final List<Initializer> constants;
    private final String source;
    private final Map<String, Long> offsets = new HashMap<>();
    private final long size;

    /// @param source changes whenever the values could
    DataFile(Path file, List<Initializer> constants, String source) {
        this.source = source;
        this.file = file;
        this.journal = file.resolveSibling(file.getFileName() + ".progress");
        this.constants = constants;
        long at = 0;
        for (var constant : constants) {
            if (offsets.put(constant.name(), at) != null) {
                throw new IllegalArgumentException(
                        "the graph has two constants " + constant.name());
            }
            at = padded(at + constant.bytes());
        }
        this.size = at;
    }

    private static long padded(long bytes) {
        return (bytes + PAGE - 1) / PAGE * PAGE;
    }

    long offset(Initializer constant) {
        Long known = offsets.get(constant.name());
        if (known == null) {
            throw new IllegalArgumentException(constant.name() + " is not part of the file");
        }
        return known;
    }

    long size() {
        return size;
    }

    /// Writes what is not complete yet.
    void write(Progress progress) {
        forgetAnotherExport();
        try (var data = FileChannel.open(file, READ, WRITE, CREATE);
                var log = Files.newBufferedWriter(journal, CREATE, APPEND)) {
            Set<String> complete = new HashSet<>(Files.readAllLines(journal));
            if (complete.isEmpty()) {
                log.write(source + "\n");
            }
            for (var constant : constants) {
                String entry = constant.name() + " " + offset(constant) + " " + constant.bytes();
                if (!complete.contains(entry)) {
                    write(constant, data);
                    log.write(entry + "\n");
                    log.flush();
                }
                progress.at(constant.name(), padded(offset(constant) + constant.bytes()), size);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.delete(journal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What another checkpoint or another precision left behind is of no use.
    private void forgetAnotherExport() {
        try {
            if (Files.exists(journal)) {
                var lines = Files.readAllLines(journal);
                if (lines.isEmpty() || !lines.getFirst().equals(source)) {
                    Files.delete(journal);
                }
            }
            if (!Files.exists(journal)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Initializer constant, FileChannel data) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var target =
                    data.map(
                            FileChannel.MapMode.READ_WRITE,
                            offset(constant),
                            constant.bytes(),
                            arena);
            constant.fill().into(target);
            target.force();
        }
    }
}
