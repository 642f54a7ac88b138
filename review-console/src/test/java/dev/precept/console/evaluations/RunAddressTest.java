package dev.precept.console.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import dev.precept.console.testing.FakeEvaluationApi;
import dev.precept.contracts.evaluation.EvaluationSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunAddressTest {

    private final FakeEvaluationApi evaluations = new FakeEvaluationApi();

    @Test
    void aRunIsFoundUnderItsOwnPolicyOnly() {
        var run = evaluations.complete(1, new EvaluationSource.Golden(7, null));
        assertThat(RunAddress.run(evaluations, address("spam", run.id().toString()), "id"))
                .isEqualTo(run);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() ->
                        RunAddress.run(evaluations, address("scams", run.id().toString()), "id"));
    }

    @Test
    void whatIsNoIdIsNotFound() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> RunAddress.run(evaluations, address("spam", "latest"), "id"));
    }

    private static RouteParameters address(String slug, String id) {
        return new RouteParameters(Map.of("slug", slug, "id", id));
    }
}
