package dev.precept.registry.intake;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.BatchLineError;
import dev.precept.contracts.queue.Lane;
import dev.precept.registry.intake.BatchChunk.Accepted;
import dev.precept.registry.item.NewItem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Writes a chunk of lines, whole or not at all: items, jobs, errors and the batch's counters.
@Repository
class BatchWriter {

    private final JdbcTemplate jdbc;
    private final Submissions submissions;
    private final Clock clock;

    BatchWriter(JdbcTemplate jdbc, Submissions submissions, Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.clock = clock;
    }

    /// @return false, with nothing written, if the batch takes no more
    @Transactional
    boolean write(BatchId id, BatchChunk chunk) {
        var accepted = chunk.accepted();
        var errors = chunk.errors();
        var submitters =
                jdbc.queryForList(
                        """
                        update batch
                           set lines = lines + ?, rejected = rejected + ?, touched_at = ?
                         where id = ? and receiving
                        returning submitted_by
                        """,
                        String.class,
                        accepted.size() + errors.size(),
                        errors.size(),
                        Timestamp.from(clock.instant()),
                        id.value());
        if (submitters.isEmpty()) {
            return false;
        }
        writeAccepted(id, submitters.getFirst(), accepted);
        writeErrors(id, errors);
        return true;
    }

    private void writeAccepted(BatchId id, String submitter, List<Accepted> accepted) {
        var submitted = new ArrayList<Submission>();
        var lines = new ArrayList<Object[]>();
        for (var line : accepted) {
            var item = Submissions.newId();
            submitted.add(
                    new Submission(
                            new NewItem(
                                    item,
                                    line.content(),
                                    line.customId(),
                                    Map.of(),
                                    submitter,
                                    false),
                            line.policies()));
            lines.add(new Object[] {id.value(), line.line(), line.customId(), item.value()});
        }
        submissions.submit(submitted, Lane.BULK, id);
        jdbc.batchUpdate(
                "insert into batch_line (batch_id, line, custom_id, item_id) values (?, ?, ?, ?)",
                lines);
    }

    private void writeErrors(BatchId id, List<BatchLineError> errors) {
        jdbc.batchUpdate(
                "insert into batch_line_error (batch_id, line, custom_id, code, detail)"
                        + " values (?, ?, ?, ?, ?)",
                errors.stream()
                        .map(error ->
                                new Object[] {
                                    id.value(),
                                    error.line(),
                                    error.customId(),
                                    error.code(),
                                    error.detail()
                                })
                        .toList());
    }
}
