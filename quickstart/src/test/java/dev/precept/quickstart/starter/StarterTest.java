package dev.precept.quickstart.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarterTest {

    @ParameterizedTest
    @ValueSource(strings = {"spam", "personal-data", "prompt-injection"})
    void everyStarterIsComplete(String slug) throws IOException {
        var starter = Starter.read(slug);

        assertThat(starter.policy().slug()).isEqualTo(slug);
        assertThat(starter.text()).contains("## Violates", "## Safe");
        assertThat(starter.golden()).hasSizeGreaterThanOrEqualTo(40);
    }
}
