package dev.precept.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.intake.ModerationApi;
import dev.precept.contracts.intake.ModerationRequest;
import dev.precept.contracts.intake.ModerationResponse;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Judge;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class ModerationIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;

    @Test
    void violationIsFlaggedWithItsCategoriesAndWhereItComesFrom() {
        var answer = moderate("mod-violates", List.of("one", "two"), Outcome.VIOLATES, 0.9);
        assertThat(answer.model()).isEqualTo("mod-violates@1");
        assertThat(answer.results()).hasSize(2);
        var result = answer.results().getFirst();
        assertThat(result.flagged()).isTrue();
        assertThat(result.categories()).containsOnly(entry("noise", true), entry("haste", false));
        assertThat(result.categoryScores().get("noise")).isEqualTo(0.9);
        assertThat(result.metadata().ruleIds()).containsExactly("NO1");
        assertThat(result.metadata().policyVersion()).isEqualTo("mod-violates@1");
        assertThat(result.metadata().outcome()).isEqualTo(Outcome.VIOLATES);
    }

    @Test
    void safeInputIsNotFlagged() {
        var result = moderate("mod-safe", List.of("one"), Outcome.SAFE, 0.75).results().getFirst();
        assertThat(result.flagged()).isFalse();
        assertThat(result.categories().get("noise")).isFalse();
        assertThat(result.categoryScores().get("noise")).isEqualTo(0.25);
    }

    @Test
    void undeterminedIsNotFlaggedAndSaysSo() {
        var result =
                moderate("mod-open", List.of("one"), Outcome.UNDETERMINED, 0.5)
                        .results()
                        .getFirst();
        assertThat(result.flagged()).isFalse();
        assertThat(result.categoryScores().get("noise")).isEqualTo(0.5);
        assertThat(result.metadata().outcome()).isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void oneTextMayStandWithoutAnArray() {
        policies.create("mod-single");
        var judged =
                CompletableFuture.runAsync(
                        () -> new Judge(clients).all(1, "mod-single", Outcome.SAFE, 1));
        var answer =
                clients.as("shop", Role.SUBMITTER)
                        .post()
                        .uri("/v1/moderations")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"input\": \"just one\", \"model\": \"mod-single@live\"}")
                        .retrieve()
                        .body(ModerationResponse.class);
        judged.join();
        assertThat(answer).isNotNull();
    }

    @Test
    void inputThatWasGivenUpIsAProblemAndNoResult() {
        policies.create("mod-dead");
        var judged = CompletableFuture.runAsync(() -> new Judge(clients).giveUp("mod-dead"));
        assertThatThrownBy(() -> api().moderate(new ModerationRequest(List.of("a"), "mod-dead")))
                .hasMessageContaining("verdict-failed")
                .hasMessageContaining("items");
        judged.join();
    }

    @Test
    void badRequestsAreRefusedBeforeAnythingIsKept() {
        assertRefused(List.of(), "spam", "0 inputs");
        assertRefused(Collections.nCopies(101, "a"), "spam", "101 inputs");
        assertRefused(List.of("a", " "), "spam", "content-empty");
        assertRefused(List.of("a"), "no-such", "unknown-policy");
    }

    private void assertRefused(List<String> input, String model, String reason) {
        assertThatThrownBy(() -> api().moderate(new ModerationRequest(input, model)))
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining(reason);
    }

    private ModerationResponse moderate(
            String slug, List<String> input, Outcome outcome, double confidence) {
        policies.create(slug);
        var judged =
                CompletableFuture.runAsync(
                        () -> new Judge(clients).all(input.size(), slug, outcome, confidence));
        var answer = api().moderate(new ModerationRequest(input, slug + "@live"));
        judged.join();
        return answer;
    }

    private ModerationApi api() {
        return clients.api(ModerationApi.class, "shop", Role.SUBMITTER);
    }
}
