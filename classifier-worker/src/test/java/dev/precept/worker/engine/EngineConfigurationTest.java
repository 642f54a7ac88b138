package dev.precept.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.support.SpringFactoriesLoader;

class EngineConfigurationTest {

    private final ApplicationContextRunner worker =
            new ApplicationContextRunner().withUserConfiguration(Engines.class);

    @Configuration
    @Import(EngineConfiguration.class)
    @EnableConfigurationProperties({
        EngineProperties.class,
        ModelProperties.class,
        ChatServerProperties.class
    })
    static class Engines {}

    @ParameterizedTest
    @CsvSource({
        "oracle, precept.engine is 'oracle'",
        "onnx, set precept.model.dir to a model's folder",
        "openai, no chat server answers at http://localhost:1/v1"
    })
    void anEngineThatCannotStartSaysWhatToDo(String engine, String advice) {
        worker.withPropertyValues(
                        "precept.worker.engine=" + engine,
                        "precept.openai.base-url=http://localhost:1/v1",
                        "precept.openai.api-key=secret")
                .run(context -> {
                    var failure = Objects.requireNonNull(context.getStartupFailure());
                    var analysis =
                            Objects.requireNonNull(new EngineStartAnalyzer().analyze(failure));
                    assertThat(analysis.getDescription()).contains(advice).doesNotContain("secret");
                });
    }

    @Test
    void theAnalysisIsFoundByTheApplication() {
        var analyzers =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, null, (_, _, _) -> {});
        assertThat(analyzers).hasAtLeastOneElementOfType(EngineStartAnalyzer.class);
    }
}
