package dev.precept.contracts.queue;

import dev.precept.contracts.paging.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// What an operator sees of the queue, and does to it.
@HttpExchange("/v1/queue")
public interface QueueApi {

    @GetExchange
    QueueStatus status();

    /// Samples of the last half hour, one every five seconds, oldest first.
    @GetExchange("/history")
    List<QueueStatus> history();

    /// Newest first.
    @GetExchange("/dead-letters")
    Page<DeadLetter> deadLetters(
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    /// Queues a dead job again, with all its attempts before it.
    @PostExchange("/dead-letters/{id}/requeue")
    void requeue(@PathVariable("id") JobId id);
}
