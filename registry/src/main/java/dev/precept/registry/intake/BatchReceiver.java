package dev.precept.registry.intake;

import dev.precept.contracts.intake.Batch;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opens a batch for an upload, or finds the one that an earlier upload with the same key opened.
@Component
class BatchReceiver {

    private final Batches batches;
    private final BatchWriter writer;
    private final WireJson wire;
    private final PolicyDirectory policies;
    private final Clock clock;

    BatchReceiver(
            Batches batches,
            BatchWriter writer,
            WireJson wire,
            PolicyDirectory policies,
            Clock clock) {
        this.batches = batches;
        this.writer = writer;
        this.wire = wire;
        this.policies = policies;
        this.clock = clock;
    }

    /// Reads the whole body, whatever comes of it, so that its sender hears the answer.
    ///
    /// @param key of the submitter's own making; the body of a repeat is not compared
    /// @throws PreceptException `malformed-request` for an upload without a line, which leaves no
    ///   batch; `batch-too-large` or `upload-broken`, which name theirs
    Received receive(InputStream body, String submitter, @Nullable String key) {
        if (key != null) {
            var known = batches.byKey(submitter, key);
            if (known.isPresent()) {
                drain(body);
                return new Received(known.get(), false);
            }
        }
        var lines = new NdjsonLines(body, BatchLineParser.LONGEST_LINE, Batch.MAX_BYTES);
        var first = firstOf(lines);
        var id = batches.open(submitter, key);
        if (id.isEmpty()) {
            drain(body);
            return new Received(batches.byKey(submitter, String.valueOf(key)).orElseThrow(), false);
        }
        new BatchUpload(
                        id.get(),
                        submitter,
                        lines,
                        new BatchLineParser(wire, policies),
                        new BatchChunk(clock),
                        batches,
                        writer)
                .run(first);
        drain(body);
        return new Received(id.get(), true);
    }

    private static NdjsonLines.Line firstOf(NdjsonLines lines) {
        try {
            var first = lines.next();
            if (first != null) {
                return first;
            }
        } catch (IOException broken) {
            throw new PreceptException(
                    ErrorCode.UPLOAD_BROKEN,
                    "The connection broke before the first line was complete. Nothing was kept;"
                            + " send the batch again.");
        }
        throw new PreceptException(
                ErrorCode.MALFORMED_REQUEST,
                "The upload holds no line. Send NDJSON: on each line a JSON object with custom_id,"
                        + " policies and content.");
    }

    /// Reads on to the end, or as far as a batch may go.
    static void drain(InputStream body) {
        var buffer = new byte[64 * 1024];
        long left = Batch.MAX_BYTES;
        try {
            int read = body.read(buffer);
            while (read >= 0 && left > 0) {
                left -= read;
                read = body.read(buffer);
            }
        } catch (IOException gone) {
            return;
        }
    }

    /// @param isNew false if the key named an earlier batch
    record Received(BatchId id, boolean isNew) {}
}
