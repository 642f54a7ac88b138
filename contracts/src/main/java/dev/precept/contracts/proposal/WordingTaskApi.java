package dev.precept.contracts.proposal;

import dev.precept.contracts.fleet.WorkerId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// What a worker that writes says to the registry. A claim lasts as long as its worker is heard of.
@HttpExchange("/v1/wording-tasks")
public interface WordingTaskApi {

    /// The task that has waited longest; an empty list if none does.
    @PostExchange("/claims")
    List<WordingTask> claim(@RequestBody Claim claim);

    /// Refused with `wrong-state` once another attempt has begun or nobody wants the wording any
    /// more.
    @PostExchange("/{id}/answers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable("id") ProposalId id, @RequestBody WordingAnswer answer);

    /// @param worker that will write
    record Claim(WorkerId worker) {}
}
