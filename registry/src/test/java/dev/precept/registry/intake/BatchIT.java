package dev.precept.registry.intake;

import static dev.precept.registry.intake.BatchClient.line;
import static dev.precept.registry.intake.BatchClient.lines;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.intake.Batch;
import dev.precept.contracts.intake.BatchApi;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.BatchLineError;
import dev.precept.contracts.intake.BatchLineResult;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.ledger.LedgerEntry;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.RegistryTest;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException;

@RegistryTest
class BatchIT {

    @Autowired private ApiClients clients;
    @Autowired private JdbcClient jdbc;
    @Autowired private Batches batches;

    @Test
    void acceptedLinesBecomeItemsInTheOrderOfTheLines() {
        var answer = shop().submit(lines(1, 1_200));
        var batch = answer.batch();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.location()).hasPath("/v1/batches/" + batch.id());
        assertThat(batch.receiving()).isFalse();
        assertThat(batch.status()).isEqualTo(Batch.Status.RUNNING);
        assertThat(batch.counts()).isEqualTo(new Batch.Counts(1_200, 0, 1_200, 0, 0, 0));
        assertThat(shop().results(batch.id()))
                .extracting(BatchLineResult::customId)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1_200).mapToObj(n -> "c-" + n).toList());
    }

    @Test
    void badLinesAreReportedWithTheirNumberAndDoNotStopTheOthers() {
        var body =
                String.join(
                        "\n",
                        line("a", "spam", "one"),
                        "{\"custom_id\": \"b\", oops}",
                        "",
                        line("c", "no-such", "two"),
                        line("a", "spam", "three"),
                        "{\"custom_id\":\"d\",\"policies\":[\"spam\"],\"extra\":1}",
                        line("e", "spam", " "),
                        line("f", "spam", "x".repeat(200_001)),
                        line("g", "spam", "four"));
        var batch = shop().submit(body).batch();
        assertThat(batch.counts()).isEqualTo(new Batch.Counts(8, 6, 2, 0, 0, 0));
        assertThat(shop().errors(batch.id()))
                .extracting(BatchLineError::line, BatchLineError::customId, BatchLineError::code)
                .containsExactly(
                        tuple(2, null, "malformed-request"),
                        tuple(4, "c", "unknown-policy"),
                        tuple(5, "a", "duplicate-custom-id"),
                        tuple(6, "d", "malformed-request"),
                        tuple(7, "e", "content-empty"),
                        tuple(8, "f", "content-too-large"));
        assertThat(shop().results(batch.id()))
                .extracting(BatchLineResult::customId)
                .containsExactly("a", "g");
    }

    @Test
    void lineThatIsNoUtf8IsReported() {
        var body = (line("a", "spam", "?") + "\n" + line("b", "spam", "good")).getBytes(UTF_8);
        body[line("a", "spam", "").indexOf("\"text\":\"") + 8] = (byte) 0xFF;
        var batch = shop().submit(body, null).batch();
        assertThat(shop().errors(batch.id()))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.line()).isEqualTo(1);
                    assertThat(error.detail()).contains("UTF-8");
                });
        assertThat(shop().results(batch.id()))
                .extracting(BatchLineResult::customId)
                .containsExactly("b");
    }

    @Test
    void emptyUploadIsRefusedAndLeavesNoBatch() {
        assertThatThrownBy(() -> shop().submit("\n \n"))
                .isInstanceOf(HttpClientErrorException.BadRequest.class)
                .hasMessageContaining("holds no line");
        assertThatThrownBy(() -> shop().submit(new byte[0], "key-of-nothing"))
                .isInstanceOf(HttpClientErrorException.BadRequest.class);
        assertThat(batches.byKey("shop", "key-of-nothing")).isEmpty();
    }

    @Test
    void oneLineTooManyCancelsTheBatchAndNamesTheLimits() {
        assertThatThrownBy(() ->
                        shop().submit(lines(1, Batch.MAX_LINES + 1).getBytes(UTF_8), "too-many"))
                .isInstanceOf(HttpClientErrorException.class)
                .hasMessageContaining("413")
                .hasMessageContaining("batch-too-large")
                .hasMessageContaining("50000");
        var batch = shop().api().get(batches.byKey("shop", "too-many").orElseThrow());
        assertThat(batch.status()).isEqualTo(Batch.Status.CANCELLED);
        assertThat(batch.counts().cancelled()).isEqualTo(batch.counts().jobs());
        assertThat(shop().errors(batch.id()))
                .extracting(BatchLineError::code)
                .containsExactly("batch-too-large");
    }

    @Test
    void sameKeyGivesTheSameBatch() {
        var first = shop().submit(lines(1, 3).getBytes(UTF_8), "nightly");
        var second = shop().submit(lines(1, 3).getBytes(UTF_8), "nightly");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.batch().id()).isEqualTo(first.batch().id());
        assertThat(second.batch().counts().lines()).isEqualTo(3);
        assertThat(shop().submit(lines(1, 3).getBytes(UTF_8), "another").batch().id())
                .isNotEqualTo(first.batch().id());
    }

    @Test
    void cancelTakesBackWhatWaitsAndIsOnTheLedger() {
        var id = shop().submit(lines(1, 10)).batch().id();
        var cancelled = shop().api().cancel(id);
        assertThat(cancelled.status()).isEqualTo(Batch.Status.CANCELLED);
        assertThat(cancelled.counts().cancelled()).isEqualTo(10);
        assertThat(cancelled.finishedAt()).isNotNull();
        assertThat(shop().api().cancel(id)).isEqualTo(cancelled);
        var ledger = clients.api(LedgerApi.class, "aria", Role.AUDITOR);
        assertThat(ledger.list("batch:" + id, null, null, null).items())
                .extracting(LedgerEntry::type)
                .containsExactly("batch.cancelled", "batch.submitted");
    }

    @Test
    void batchIsCompleteOnceEveryJobHasEnded() {
        var id = shop().submit(lines(1, 4)).batch().id();
        jdbc.sql("update job set status = 'DONE', ended_at = now() where batch_id = ?")
                .param(id.value())
                .update();
        var batch = shop().api().get(id);
        assertThat(batch.status()).isEqualTo(Batch.Status.COMPLETED);
        assertThat(batch.progress()).isEqualTo(1);
        assertThat(batch.finishedAt()).isNotNull();
    }

    @Test
    void uploadThatItsRegistryLeftIsClosed() {
        var id = batches.open("shop", null).orElseThrow();
        jdbc.sql("update batch set touched_at = now() - interval '1 hour', lines = 7 where id = ?")
                .param(id.value())
                .update();
        batches.closeSilent();
        assertThat(shop().api().get(id).status()).isEqualTo(Batch.Status.COMPLETED);
        assertThat(shop().errors(id))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo("upload-broken");
                    assertThat(error.line()).isEqualTo(7);
                });
    }

    @Test
    void listShowsTheSubmittersOwnPageByPage() {
        IntStream.range(0, 60).forEach(n -> batches.open("lister", null));
        var own = clients.api(BatchApi.class, "lister", Role.SUBMITTER);
        var first = own.list(null);
        var second = own.list(first.next());
        assertThat(first.items()).hasSize(50);
        assertThat(second.items()).hasSize(10).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    @Test
    void anotherSubmittersBatchIsNotThere() {
        var id = shop().submit(lines(1, 1)).batch().id();
        var other = clients.api(BatchApi.class, "rival", Role.SUBMITTER);
        assertThatThrownBy(() -> other.get(id))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        assertThatThrownBy(() -> other.cancel(id))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        assertThatThrownBy(() -> shop().api().get(new BatchId(UUID.randomUUID())))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
    }

    private BatchClient shop() {
        return new BatchClient(clients, "shop");
    }
}
