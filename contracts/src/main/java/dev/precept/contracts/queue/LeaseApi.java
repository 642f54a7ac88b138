package dev.precept.contracts.queue;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// What a worker says to the queue.
@HttpExchange("/v1/leases")
public interface LeaseApi {

    /// Leases work; waits while there is none, and wakes at once when some arrives.
    @PostExchange
    LeaseGrant lease(@RequestBody LeaseRequest request);

    @PostExchange("/heartbeat")
    Heartbeat.Reply heartbeat(@RequestBody Heartbeat heartbeat);

    @PostExchange("/results")
    Completion.Receipt complete(@RequestBody Completion completion);

    /// Tells those who watch what the model has written so far; ignored once the lease is lost.
    @PostExchange("/thoughts")
    void think(@RequestBody Thought thought);
}
