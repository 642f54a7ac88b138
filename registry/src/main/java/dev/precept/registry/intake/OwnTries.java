package dev.precept.registry.intake;

import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.item.Items;
import java.util.List;
import org.springframework.stereotype.Component;

/// What a person tried out. Other people's tries answer as if they did not exist.
@Component
class OwnTries {

    private final Items items;
    private final Classifications classifications;

    OwnTries(Items items, Classifications classifications) {
        this.items = items;
        this.classifications = classifications;
    }

    /// @throws PreceptException `not-found`
    Classification get(ItemId id, String person) {
        var item = items.find(List.of(id)).get(id);
        if (item == null || !item.playground() || !item.submittedBy().equals(person)) {
            throw new PreceptException(
                    ErrorCode.NOT_FOUND, "You have tried nothing out under this id.");
        }
        return classifications.get(id);
    }
}
