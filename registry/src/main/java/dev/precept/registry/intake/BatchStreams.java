package dev.precept.registry.intake;

import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.intake.Batch;
import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.BatchLineResult;
import dev.precept.registry.access.CurrentActor;
import dev.precept.registry.queue.JobQueue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Batches as streams of NDJSON. Results are read stretch by stretch, each in a transaction of its
/// own, so that a slow reader holds no connection to the database.
@RestController
@RolesAllowed(RoleName.SUBMITTER)
@RequestMapping("/v1/batches")
class BatchStreams {

    private static final String NDJSON = "application/x-ndjson";
    private static final int STRETCH = 500;

    private final BatchReceiver receiver;
    private final BatchReader reader;
    private final Classifications classifications;
    private final JobQueue queue;
    private final CurrentActor actor;
    private final JsonMapper json;

    BatchStreams(
            BatchReceiver receiver,
            BatchReader reader,
            Classifications classifications,
            JobQueue queue,
            CurrentActor actor,
            JsonMapper json) {
        this.receiver = receiver;
        this.reader = reader;
        this.classifications = classifications;
        this.queue = queue;
        this.actor = actor;
        this.json = json;
    }

    @PostMapping(
            consumes = {NDJSON, "application/jsonl", "text/plain", "application/octet-stream"},
            produces = "application/json")
    public ResponseEntity<Batch> submit(
            InputStream body,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String idempotencyKey) {
        SubmissionRules.requireKey(idempotencyKey);
        queue.requireRoom();
        var submitter = actor.get().name();
        var received = receiver.receive(body, submitter, idempotencyKey);
        var batch = reader.get(received.id(), submitter);
        return ResponseEntity.status(
                        received.isNew() || batch.receiving() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .location(URI.create("/v1/batches/" + batch.id()))
                .body(batch);
    }

    @GetMapping(path = "/{id}/results", produces = NDJSON)
    public void results(@PathVariable("id") BatchId id, HttpServletResponse response)
            throws IOException {
        reader.get(id, actor.get().name());
        response.setContentType(NDJSON);
        var out = response.getOutputStream();
        var lines = reader.lines(id, 0, STRETCH);
        while (!lines.isEmpty()) {
            var known = classifications.find(lines.stream().map(BatchReader.Line::item).toList());
            for (var line : lines) {
                var classification =
                        Objects.requireNonNull(known.get(line.item())).withoutAccounts();
                write(
                        out,
                        new BatchLineResult(
                                line.customId(),
                                line.item(),
                                classification.verdicts(),
                                classification.outstanding()));
            }
            lines = reader.lines(id, lines.getLast().line(), STRETCH);
        }
    }

    @GetMapping(path = "/{id}/errors", produces = NDJSON)
    public void errors(@PathVariable("id") BatchId id, HttpServletResponse response)
            throws IOException {
        reader.get(id, actor.get().name());
        response.setContentType(NDJSON);
        var out = response.getOutputStream();
        var failures = reader.errors(id, 0, STRETCH);
        while (!failures.isEmpty()) {
            for (var failure : failures) {
                write(out, failure.error());
            }
            failures = reader.errors(id, failures.getLast().position(), STRETCH);
        }
    }

    private void write(OutputStream out, Object line) throws IOException {
        out.write(json.writeValueAsBytes(line));
        out.write('\n');
    }
}
