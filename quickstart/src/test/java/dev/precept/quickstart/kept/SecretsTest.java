package dev.precept.quickstart.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path folder;

    @Test
    void aSecretIsMadeOnceAndKept() throws IOException {
        var first = new Secrets(folder.resolve("secrets")).random("demo");

        assertThat(first).hasSize(64);
        assertThat(new Secrets(folder.resolve("secrets")).random("demo")).isEqualTo(first);
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        new Secrets(folder.resolve("secrets")).random("demo");

        var file = folder.resolve("secrets/demo");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void oneThatWasNeverMadeIsNotThere() throws IOException {
        assertThat(new Secrets(folder).find("demo")).isEmpty();
    }
}
