package dev.precept.registry.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QueuePropertiesTest {

    @Test
    void defaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new QueueProperties(
                                Duration.ofSeconds(30),
                                4,
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(5),
                                500_000,
                                Duration.ofSeconds(60),
                                Duration.ofHours(1)));
    }

    @Test
    void everySettingHasItsName() {
        assertThat(
                        bound(
                                Map.of(
                                        "precept.queue.lease", "10s",
                                        "precept.queue.max-attempts", "2",
                                        "precept.queue.backoff", "1s",
                                        "precept.queue.max-backoff", "8s",
                                        "precept.queue.max-depth", "7",
                                        "precept.queue.head-start", "3s",
                                        "precept.queue.evaluation-handicap", "9m")))
                .isEqualTo(
                        new QueueProperties(
                                Duration.ofSeconds(10),
                                2,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(8),
                                7,
                                Duration.ofSeconds(3),
                                Duration.ofMinutes(9)));
    }

    @Test
    void backoffDoublesUpToItsLimit() {
        var properties = bound(Map.of());
        assertThat(properties.backoffAfter(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(properties.backoffAfter(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(properties.backoffAfter(8)).isEqualTo(Duration.ofSeconds(256));
        assertThat(properties.backoffAfter(9)).isEqualTo(Duration.ofMinutes(5));
        assertThat(properties.backoffAfter(1_000)).isEqualTo(Duration.ofMinutes(5));
    }

    private static QueueProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("precept.queue", QueueProperties.class);
    }
}
