package dev.precept.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Dashboards and alerts read only metrics that the guide for operators lists.
class MetricNamesTest {

    private static final Pattern NAME = Pattern.compile("precept_[a-z_]+");

    @ParameterizedTest
    @ValueSource(strings = {"grafana/precept.json", "prometheus/alerts.yaml"})
    void everyMetricReadIsDocumented(String file) throws IOException {
        assertThat(names(Path.of(file)))
                .isNotEmpty()
                .isSubsetOf(names(Path.of("..", "docs", "operations.md")));
    }

    private static Set<String> names(Path file) throws IOException {
        return NAME.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceFirst("_bucket$", ""))
                .collect(Collectors.toSet());
    }
}
