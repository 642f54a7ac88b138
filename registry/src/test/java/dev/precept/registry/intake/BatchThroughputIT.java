package dev.precept.registry.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.intake.Batch;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Judge;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.RegistryTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class BatchThroughputIT {

    private static final Logger LOG = LoggerFactory.getLogger(BatchThroughputIT.class);

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;

    @Test
    void fiftyThousandLinesAreJudgedWhileTheyArrive() {
        policies.create("wide-open");
        var body =
                IntStream.rangeClosed(1, Batch.MAX_LINES)
                        .mapToObj(n ->
                                BatchClient.line(
                                        "c-" + n, "wide-open", "message number " + n + " of many"))
                        .collect(Collectors.joining("\n"))
                        .getBytes(UTF_8);
        var shop = new BatchClient(clients, "wholesale");
        long start = System.nanoTime();
        var judged =
                CompletableFuture.runAsync(() ->
                        new Judge(clients).all(Batch.MAX_LINES, "wide-open", Outcome.SAFE, 0.9));
        var id = shop.submit(body, null).batch().id();
        long received = System.nanoTime();
        judged.join();
        LOG.info(
                "{} lines in {} ms, judged after {} ms",
                Batch.MAX_LINES,
                Duration.ofNanos(received - start).toMillis(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        var batch = shop.api().get(id);
        assertThat(batch.status()).isEqualTo(Batch.Status.COMPLETED);
        assertThat(batch.counts())
                .isEqualTo(
                        new Batch.Counts(
                                Batch.MAX_LINES, 0, Batch.MAX_LINES, Batch.MAX_LINES, 0, 0));
        assertThat(shop.results(id))
                .hasSize(Batch.MAX_LINES)
                .allSatisfy(line -> assertThat(line.verdicts()).hasSize(1));
    }
}
