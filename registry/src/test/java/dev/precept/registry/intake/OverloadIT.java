package dev.precept.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.access.Role;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.RegistryTest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.jdbc.JdbcTestUtils;
import org.springframework.web.client.RestClient;

/// A registry that takes in nothing while anything waits, and has no worker.
@RegistryTest
@TestPropertySource(properties = "precept.queue.max-depth=0")
@DirtiesContext
class OverloadIT {

    private static final String ITEM =
            """
            {"policies":["spam@live"],"content":{"kind":"message","text":"Good morning to all."}}\
            """;
    private static final String LINE =
            """
            {"custom_id":"a","policies":["spam@live"],"content":{"kind":"message","text":"Good morning."}}
            """;
    private static final String MODERATION =
            """
            {"model":"spam@live","input":"Good morning to all."}\
            """;

    @Autowired private ApiClients clients;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void everyWayInRefusesWithTheSecondsToWaitAndKeepsNothing() {
        var submitter = clients.as("shop", Role.SUBMITTER);
        awaitRefusal(submitter);
        int items = items();

        assertRefused(post(submitter, "/v1/classifications", MediaType.APPLICATION_JSON, ITEM));
        assertRefused(post(submitter, "/v1/moderations", MediaType.APPLICATION_JSON, MODERATION));
        assertRefused(post(submitter, "/v1/batches", MediaType.APPLICATION_NDJSON, LINE));

        assertThat(items()).isEqualTo(items);
    }

    /// What waits is sampled every few seconds; until then it is taken in.
    private static void awaitRefusal(RestClient submitter) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        var status = HttpStatus.ACCEPTED;
        while (status == HttpStatus.ACCEPTED && System.nanoTime() < deadline) {
            status =
                    (HttpStatus)
                            post(
                                            submitter,
                                            "/v1/classifications?wait=1",
                                            MediaType.APPLICATION_JSON,
                                            ITEM)
                                    .getStatusCode();
        }
        assertThat(status).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    private static void assertRefused(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("600");
        assertThat(answer.getBody()).contains("\"code\":\"overloaded\"").contains("jobs wait");
    }

    private static ResponseEntity<String> post(
            RestClient client, String path, MediaType type, String body) {
        return client.post()
                .uri(path)
                .contentType(type)
                .body(body)
                .exchange((request, answer) ->
                        ResponseEntity.status(answer.getStatusCode())
                                .headers(answer.getHeaders())
                                .body(answer.bodyTo(String.class)));
    }

    private int items() {
        return JdbcTestUtils.countRowsInTable(jdbc, "item");
    }
}
