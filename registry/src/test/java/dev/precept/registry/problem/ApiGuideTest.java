package dev.precept.registry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ApiGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "api.md");

    @Test
    void tableOfErrorsIsTheCatalogue() throws IOException {
        var rows =
                Files.readAllLines(GUIDE).stream().filter(line -> line.startsWith("| `")).toList();
        assertThat(rows)
                .as("the table of docs/api.md; replace it by these lines")
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ApiGuideTest::row).toList());
    }

    private static String row(ErrorCode code) {
        return "| `%s` | %d | %s | %s |"
                .formatted(
                        code.wireName(),
                        code.status(),
                        code.type().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        code.title());
    }
}
