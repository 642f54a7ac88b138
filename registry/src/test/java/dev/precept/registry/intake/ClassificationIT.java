package dev.precept.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ClassificationApi;
import dev.precept.contracts.intake.ClassificationRequest;
import dev.precept.contracts.intake.PlaygroundApi;
import dev.precept.contracts.intake.PlaygroundRequest;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Judge;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class ClassificationIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcClient jdbc;

    @Test
    void withoutAWaitTheAnswerIsWhereToAsk() {
        policies.create("one-later");
        var answer = api().classify(request("one-later", "hello"), 0, null);
        var id = body(answer).id();
        assertThat(answer.getStatusCode().value()).isEqualTo(202);
        assertThat(answer.getHeaders().getLocation()).hasPath("/v1/classifications/" + id);
        assertThat(body(answer).status()).isEqualTo(Classification.Status.PENDING);
        new Judge(clients).all(1, "one-later", Outcome.SAFE, 0.8);
        var done = api().get(id);
        assertThat(done.status()).isEqualTo(Classification.Status.DONE);
        assertThat(done.verdicts()).hasSize(1);
        assertThat(done.outstanding()).isEmpty();
    }

    @Test
    void waitingCallerGetsTheVerdictAsSoonAsItIsThere() {
        policies.create("one-waits");
        var judged =
                CompletableFuture.runAsync(
                        () -> new Judge(clients).all(1, "one-waits", Outcome.VIOLATES, 0.9));
        var answer = api().classify(request("one-waits", "hello"), 30, null);
        judged.join();
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(body(answer).verdicts().getFirst().outcome()).isEqualTo(Outcome.VIOLATES);
    }

    @Test
    void sameKeyGivesOneItemAlsoWhenManyRaceForIt() {
        var calls =
                IntStream.range(0, 8)
                        .mapToObj(n ->
                                CompletableFuture.supplyAsync(() ->
                                        body(api().classify(request("spam", "raced"), 0, "race-1"))
                                                .id()))
                        .toList();
        assertThat(calls.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        int items =
                jdbc.sql("select count(*) from item where content ->> 'text' = 'raced'")
                        .query(Integer.class)
                        .single();
        assertThat(items).isEqualTo(1);
    }

    @Test
    void keyOfAnotherRequestIsRefused() {
        api().classify(request("spam", "first"), 0, "twice");
        assertRefused(request("spam", "second"), 0, "twice", "idempotency-key-reused");
        var other = clients.api(ClassificationApi.class, "rival", Role.SUBMITTER);
        assertThat(other.classify(request("spam", "second"), 0, "twice").getStatusCode().value())
                .isEqualTo(202);
    }

    @Test
    void everyPolicyAskedForGetsItsJobOnce() {
        policies.create("one-two");
        var request =
                new ClassificationRequest(
                        List.of("one-two", "one-two@live", "one-two@1", "spam"),
                        new Message("hello"),
                        "mine",
                        Map.of("shop", "north"));
        var answer = body(api().classify(request, 0, null));
        assertThat(answer.outstanding()).hasSize(2);
        assertThat(answer.externalId()).isEqualTo("mine");
    }

    @Test
    void badRequestsAreRefusedClearly() {
        assertRefused(request("spam", " "), 0, null, "content-empty");
        assertRefused(request("spam", "x".repeat(200_001)), 0, null, "content-too-large");
        assertRefused(request("no-such", "a"), 0, null, "unknown-policy");
        assertRefused(request("spam", "a"), 61, null, "0 to 60");
        assertRefused(request("spam", "a"), -1, null, "0 to 60");
        assertRefused(request("spam", "a"), 0, "k".repeat(256), "1 to 255");
        assertRefused(policies(List.of()), 0, null, "0 policies");
        assertRefused(policies(Collections.nCopies(11, "spam")), 0, null, "11 policies");
        var crowded = new HashMap<String, String>();
        IntStream.range(0, 17).forEach(n -> crowded.put("k" + n, "v"));
        assertRefused(
                new ClassificationRequest(List.of("spam"), new Message("a"), null, crowded),
                0,
                null,
                "17 entries");
    }

    @Test
    void anotherSubmittersItemIsNotThere() {
        var id = body(api().classify(request("spam", "private"), 0, null)).id();
        var other = clients.api(ClassificationApi.class, "rival", Role.SUBMITTER);
        assertThatThrownBy(() -> other.get(id))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
    }

    @Test
    void playgroundTriesAPolicyOut() {
        policies.create("one-tried");
        var playground = clients.api(PlaygroundApi.class, "ava", Role.POLICY_AUTHOR);
        var request = new PlaygroundRequest("one-tried@1", new Message("hello"));
        var answer = playground.tryOut(request, 0);
        assertThat(answer.getHeaders().getLocation())
                .hasPath("/v1/playground/" + body(answer).id());
        assertThat(playground.get(body(answer).id()).status())
                .isEqualTo(Classification.Status.PENDING);
        var rival = clients.api(PlaygroundApi.class, "ben", Role.POLICY_APPROVER);
        assertThatThrownBy(() -> rival.get(body(answer).id()))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        var purpose =
                jdbc.sql("select purpose from job where item_id = ?")
                        .param(body(answer).id().value())
                        .query(String.class)
                        .single();
        assertThat(purpose).isEqualTo("PLAYGROUND");
    }

    private void assertRefused(
            ClassificationRequest request, int wait, @Nullable String key, String reason) {
        assertThatThrownBy(() -> api().classify(request, wait, key))
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining(reason);
    }

    private static ClassificationRequest request(String policy, String text) {
        return new ClassificationRequest(List.of(policy), new Message(text), null, null);
    }

    private static ClassificationRequest policies(List<String> names) {
        return new ClassificationRequest(names, new Message("a"), null, null);
    }

    private static Classification body(ResponseEntity<Classification> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    private ClassificationApi api() {
        return clients.api(ClassificationApi.class, "shop", Role.SUBMITTER);
    }
}
