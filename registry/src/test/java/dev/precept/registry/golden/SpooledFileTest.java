package dev.precept.registry.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpooledFileTest {

    @Test
    void isReadAsOftenAsWantedAndHasNoNameThatAKilledProcessCouldLeaveBehind() throws IOException {
        var before = named();
        try (var file =
                SpooledFile.of(
                        new ByteArrayInputStream(
                                "text,outcome".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(named()).isEqualTo(before);
            assertThat(file.bytes()).hasContent("text,outcome");
            try (var bytes = file.bytes()) {
                assertThat(bytes.read()).isEqualTo('t');
            }
            assertThat(file.bytes()).hasContent("text,outcome");
        }
    }

    private static Set<Path> named() throws IOException {
        try (var files =
                Files.newDirectoryStream(
                        Path.of(System.getProperty("java.io.tmpdir")), "precept-golden*")) {
            var found = new HashSet<Path>();
            files.forEach(found::add);
            return found;
        }
    }
}
