package dev.precept.registry.intake;

import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.item.Items;
import dev.precept.registry.queue.Thoughts;
import java.util.List;
import org.springframework.stereotype.Component;

/// What a person tried out. Other people's tries answer as if they did not exist.
@Component
class OwnTries {

    private final Items items;
    private final Classifications classifications;
    private final Thoughts thoughts;

    OwnTries(Items items, Classifications classifications, Thoughts thoughts) {
        this.items = items;
        this.classifications = classifications;
        this.thoughts = thoughts;
    }

    /// @throws PreceptException `not-found`
    Classification get(ItemId id, String person) {
        var item = items.find(List.of(id)).get(id);
        if (item == null || !item.playground() || !item.submittedBy().equals(person)) {
            throw new PreceptException(
                    ErrorCode.NOT_FOUND, "You have tried nothing out under this id.");
        }
        return withThoughts(classifications.get(id));
    }

    private Classification withThoughts(Classification found) {
        var known =
                thoughts.of(
                        found.outstanding().stream()
                                .map(Classification.Outstanding::jobId)
                                .toList());
        return new Classification(
                found.id(),
                found.status(),
                found.externalId(),
                found.submittedAt(),
                found.verdicts(),
                found.outstanding().stream()
                        .map(job ->
                                new Classification.Outstanding(
                                        job.jobId(),
                                        job.policyVersion(),
                                        job.status(),
                                        job.attempts(),
                                        job.reason(),
                                        known.get(job.jobId())))
                        .toList());
    }
}
