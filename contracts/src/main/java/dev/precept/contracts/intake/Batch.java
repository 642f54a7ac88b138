package dev.precept.contracts.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A batch of contents and how far it has come. Lines are NDJSON: `{"custom_id": …, "policies":
/// […], "content": {…}}`; those that could not be accepted are listed under
/// `/v1/batches/{id}/errors` and do not stop the others.
public record Batch(
        BatchId id,
        Status status,
        boolean receiving,
        Counts counts,
        double progress,
        String submittedBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public static final int MAX_LINES = 50_000;
    public static final long MAX_BYTES = 200L * 1024 * 1024;

    /// Where a batch stands.
    public enum Status {
        RUNNING,
        COMPLETED,
        CANCELLED
    }

    /// Jobs of a batch; a line that asks for three policies makes three jobs.
    ///
    /// @param lines read so far
    /// @param rejected lines that could not be accepted
    /// @param jobs made from the accepted lines
    /// @param done jobs with a verdict
    /// @param dead jobs given up after the last attempt
    /// @param cancelled jobs that were taken back
    public record Counts(int lines, int rejected, int jobs, int done, int dead, int cancelled) {}
}
