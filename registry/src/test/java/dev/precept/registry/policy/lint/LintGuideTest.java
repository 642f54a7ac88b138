package dev.precept.registry.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.registry.policy.document.LintCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The guide for writers lists every finding as it is, and the database fixes what the code does.
class LintGuideTest {

    @Test
    void guideHasOneRowForEachCodeWithItsSeverity() throws IOException {
        var guide = Files.readString(Path.of("../docs/policies.md"));
        for (var code : LintCode.values()) {
            var row =
                    Pattern.compile(
                                    "(?m)^\\| `"
                                            + code.wireName()
                                            + "` \\| (\\w+)( \\(fixed\\))? \\|")
                            .matcher(guide);
            assertThat(row.find()).as("a row for " + code.wireName()).isTrue();
            assertThat(row.group(1))
                    .as(code.wireName())
                    .isEqualTo(code.severity().name().toLowerCase(Locale.ROOT));
            assertThat(row.group(2) != null).as(code.wireName()).isEqualTo(code.fixed());
        }
        assertThat(
                        Pattern.compile("(?m)^\\| `[a-z-]+` \\| (error|warning|advice)")
                                .matcher(guide)
                                .results())
                .hasSize(LintCode.values().length);
    }

    @Test
    void databaseKeepsTheSameCodesFixed() throws IOException {
        var migration =
                Files.readString(
                        Path.of(
                                "../migrations/src/main/resources/db/migration/V480__lint_setting.sql"));
        var listed =
                Pattern.compile("'([a-z-]+)'")
                        .matcher(migration.substring(migration.indexOf("array[")))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet());
        assertThat(listed)
                .isEqualTo(
                        Arrays.stream(LintCode.values())
                                .filter(LintCode::fixed)
                                .map(LintCode::wireName)
                                .collect(Collectors.toSet()));
    }
}
