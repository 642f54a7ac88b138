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
/// A journal beside it names the tensors that are complete; a second run skips them. It is removed
/// at the end.
final class DataFile {

    private static final long PAGE = 4_096;

    private final Path file;
    private final Path journal;
    private final List<Initializer> constants;
    private final Map<String, Long> offsets = new HashMap<>();
    private final long size;

    DataFile(Path file, List<Initializer> constants) {
        this.file = file;
        this.journal = file.resolveSibling(file.getFileName() + ".progress");
        this.constants = constants;
        long at = 0;
        for (var constant : constants) {
            if (offsets.put(constant.name(), at) != null) {
                throw new IllegalArgumentException(
                        "the graph has two constants " + constant.name());
            }
            at += (constant.bytes() + PAGE - 1) / PAGE * PAGE;
        }
        this.size = at;
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
        try (var data = FileChannel.open(file, READ, WRITE, CREATE);
                var log = Files.newBufferedWriter(journal, CREATE, APPEND)) {
            Set<String> complete = new HashSet<>(Files.readAllLines(journal));
            long done = 0;
            for (var constant : constants) {
                String entry = constant.name() + " " + offset(constant) + " " + constant.bytes();
                if (!complete.contains(entry)) {
                    write(constant, data);
                    log.write(entry + "\n");
                    log.flush();
                }
                done += constant.bytes();
                progress.at(constant.name(), done, size);
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
