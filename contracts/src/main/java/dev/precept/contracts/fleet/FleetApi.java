package dev.precept.contracts.fleet;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/// The fleet of workers.
@HttpExchange("/v1/workers")
public interface FleetApi {

    /// Workers of the last day, active ones first.
    @GetExchange
    List<Worker> list();

    /// Registers a worker, or refreshes what is known of it; safe to repeat, and asked for again
    /// after the registry restarted.
    @PutExchange("/{id}")
    void register(@PathVariable("id") WorkerId id, @RequestBody WorkerRegistration registration);

    @PostExchange("/{id}/drain")
    void drain(@PathVariable("id") WorkerId id);

    /// The worker stops in good order.
    @DeleteExchange("/{id}")
    void stop(@PathVariable("id") WorkerId id);
}
