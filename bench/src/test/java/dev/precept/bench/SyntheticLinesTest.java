package dev.precept.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class SyntheticLinesTest {

    @Test
    void makesTheSameDistinctLinesAgain() throws IOException {
        var lines = read();
        assertThat(lines.lines()).hasSize(450);
        assertThat(new HashSet<>(lines.lines().toList())).hasSize(450);
        assertThat(read()).isEqualTo(lines);
        var line = RegistryClient.JSON.readTree(lines.lines().toList().get(449));
        assertThat(line.path("custom_id").asString()).isEqualTo("line-449");
        assertThat(line.path("content").path("text").asString().split(" ")).hasSize(12);
    }

    private static String read() throws IOException {
        try (var stream = new SyntheticLines("spam@live", 450, 12).stream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
