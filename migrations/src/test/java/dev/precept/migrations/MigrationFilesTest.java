package dev.precept.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationFilesTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileIsNamedByItsChangeAndStartsWithWhy(Path file) throws IOException {
        assertThat(file.getFileName().toString())
                .matches("(V\\d{3}|afterMigrate)__[a-z0-9]+(_[a-z0-9]+)*\\.sql");
        assertThat(Files.readAllLines(file).getFirst()).matches("-- \\S.{20,}");
    }

    @Test
    void noTwoFilesShareAVersion() throws IOException {
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .filteredOn(name -> name.startsWith("V"))
                .extracting(name -> name.substring(0, 4))
                .doesNotHaveDuplicates();
    }
}
