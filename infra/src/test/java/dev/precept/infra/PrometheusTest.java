package dev.precept.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// Every application is scraped where the Compose file has it.
class PrometheusTest {

    private static final String ADDRESS = "/actuator/prometheus";

    @Test
    void everyApplicationIsScraped() throws IOException {
        assertThat(jobs())
                .containsOnlyKeys("precept-registry", "precept-console", "precept-worker");
        assertThat(jobs().values())
                .allSatisfy(job -> assertThat(job).containsEntry("metrics_path", ADDRESS));
        assertThat(jobs().get("precept-registry").toString()).contains("registry:8090");
        assertThat(jobs().get("precept-console").toString()).contains("console:8080");
        assertThat(jobs().get("precept-worker").toString()).contains("names=[worker]", "8091");
    }

    private static Map<String, Map<String, Object>> jobs() throws IOException {
        Map<String, Object> file =
                new Yaml().load(Files.readString(Path.of("prometheus", "prometheus.yaml")));
        assertThat(file.get("scrape_configs")).isInstanceOf(List.class);
        return ((List<?>) file.get("scrape_configs"))
                .stream()
                        .map(PrometheusTest::members)
                        .collect(
                                Collectors.toMap(
                                        job -> String.valueOf(job.get("job_name")), job -> job));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object job) {
        return (Map<String, Object>) job;
    }
}
