package dev.precept.registry.intake;

import dev.precept.contracts.intake.Batch;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.BatchLineError;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One upload on its way into one batch: read line by line, written chunk by chunk, each chunk in a
/// transaction of its own. Whatever ends it, the batch is closed and keeps what was written.
final class BatchUpload {

    private final BatchId id;
    private final String submitter;
    private final NdjsonLines lines;
    private final BatchLineParser parser;
    private final BatchChunk chunk;
    private final Batches batches;
    private final BatchWriter writer;
    private int read;
    private int kept;

    BatchUpload(
            BatchId id,
            String submitter,
            NdjsonLines lines,
            BatchLineParser parser,
            BatchChunk chunk,
            Batches batches,
            BatchWriter writer) {
        this.id = id;
        this.submitter = submitter;
        this.lines = lines;
        this.parser = parser;
        this.chunk = chunk;
        this.batches = batches;
        this.writer = writer;
    }

    /// @throws PreceptException `batch-too-large`, `upload-broken`
    void run(NdjsonLines.Line first) {
        try {
            receive(first);
        } catch (IOException broken) {
            flush();
            throw end(ErrorCode.UPLOAD_BROKEN, "The connection broke");
        } catch (PreceptException refused) {
            throw refused;
        } catch (RuntimeException failed) {
            try {
                end(ErrorCode.INTERNAL, "The registry failed");
            } catch (RuntimeException also) {
                failed.addSuppressed(also);
            }
            throw failed;
        }
    }

    private void receive(NdjsonLines.Line first) throws IOException {
        for (NdjsonLines.@Nullable Line line = first; line != null; line = lines.next()) {
            if (line instanceof NdjsonLines.Line.Overrun || read == Batch.MAX_LINES) {
                throw tooLarge(line);
            }
            read++;
            parser.parse(line, chunk);
            if (chunk.isFull() && !flush()) {
                return;
            }
        }
        if (flush()) {
            batches.close(id, null);
        }
    }

    /// @return false if the batch takes no more, because it was cancelled meanwhile
    private boolean flush() {
        boolean taken = chunk.isEmpty() || writer.write(id, chunk);
        kept += taken ? chunk.accepted().size() : 0;
        chunk.clear();
        parser.forgetPolicies();
        return taken;
    }

    private PreceptException end(ErrorCode code, String what) {
        var detail =
                what
                        + " in line "
                        + lines.number()
                        + ". Batch "
                        + id
                        + " keeps "
                        + kept
                        + " accepted lines, which run; send the rest as another batch.";
        var error = new BatchLineError(lines.number(), null, code.wireName(), detail);
        batches.close(id, error);
        return new PreceptException(code, detail, Map.of("batchId", id.toString()));
    }

    private PreceptException tooLarge(NdjsonLines.Line line) {
        var detail =
                "The batch goes on past line "
                        + line.number()
                        + " and "
                        + lines.bytes()
                        + " bytes; at most "
                        + Batch.MAX_LINES
                        + " lines and "
                        + Batch.MAX_BYTES
                        + " bytes are taken. Batch "
                        + id
                        + " was cancelled; send the lines as several batches.";
        var code = ErrorCode.BATCH_TOO_LARGE;
        batches.cancel(id, submitter);
        batches.report(id, new BatchLineError(line.number(), null, code.wireName(), detail));
        return new PreceptException(
                code,
                detail,
                Map.of(
                        "batchId",
                        id.toString(),
                        "maxLines",
                        Batch.MAX_LINES,
                        "maxBytes",
                        Batch.MAX_BYTES));
    }
}
