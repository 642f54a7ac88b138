package dev.precept.registry.intake;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Remembers which item a submitter's key stands for. Of two requests at once with one key, the
/// second waits until the first has committed.
@Repository
class IdempotencyKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Takes the key for a new item, within the transaction that keeps it.
    ///
    /// @return the earlier item that has the key, or empty if the key is now the new one's
    /// @throws PreceptException `idempotency-key-reused` if the earlier request was another one
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<ItemId> claim(String submitter, String key, String sha256, ItemId item) {
        int taken =
                jdbc.sql(
                                """
                                insert into idempotency_key
                                       (submitted_by, key, request_sha256, item_id, created_at)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                submitter,
                                key,
                                sha256,
                                item.value(),
                                Timestamp.from(clock.instant()))
                        .update();
        if (taken == 1) {
            return Optional.empty();
        }
        var earlier =
                jdbc.sql(
                                "select item_id from idempotency_key where submitted_by = ?"
                                        + " and key = ? and request_sha256 = ?")
                        .params(submitter, key, sha256)
                        .query(UUID.class)
                        .optional();
        if (earlier.isEmpty()) {
            throw new PreceptException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "You have used this Idempotency-Key for another request. Use a new key for a"
                            + " new request, and the same only to repeat one unchanged.");
        }
        return earlier.map(ItemId::new);
    }
}
