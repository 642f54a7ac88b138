package dev.precept.bench;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// One batch from its first byte to its last verdict.
///
/// @param id of the batch
/// @param jobs with a verdict
/// @param upload until the registry had accepted the last line
/// @param total until the last verdict was recorded
record BatchRun(String id, int jobs, Duration upload, Duration total) {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofMinutes(30);

    double perSecond() {
        return jobs / (total.toNanos() / 1e9);
    }

    /// Submits the lines and waits for the last verdict.
    ///
    /// @throws IOException if a line was rejected, a job died, or half an hour was not enough: a
    ///   figure over part of the work would mislead
    static BatchRun of(RegistryClient client, Supplier<InputStream> lines)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        var id = client.postLines("/v1/batches", lines).path("id").asString();
        var upload = Duration.ofNanos(System.nanoTime() - start);
        while (true) {
            var batch = client.get("/v1/batches/" + id);
            var total = Duration.ofNanos(System.nanoTime() - start);
            if (!batch.path("status").asString().equals("RUNNING")) {
                return new BatchRun(id, complete(batch), upload, total);
            }
            if (total.compareTo(LIMIT) > 0) {
                throw new IOException(
                        "batch " + id + " is not finished after " + LIMIT.toMinutes() + " minutes");
            }
            Thread.sleep(POLL);
        }
    }

    private static int complete(JsonNode batch) throws IOException {
        var counts = batch.path("counts");
        var jobs = counts.path("jobs").asInt();
        if (counts.path("rejected").asInt() != 0 || counts.path("done").asInt() != jobs) {
            throw new IOException("not every line has a verdict: " + counts);
        }
        return jobs;
    }
}
