package dev.precept.registry.item;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.intake.ItemId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item about to be kept.
///
/// @param playground whether it only tries a policy out; such items are left out of searches
public record NewItem(
        ItemId id,
        Content content,
        @Nullable String externalId,
        Map<String, String> metadata,
        String submittedBy,
        boolean playground) {

    public NewItem {
        metadata = Map.copyOf(metadata);
    }
}
