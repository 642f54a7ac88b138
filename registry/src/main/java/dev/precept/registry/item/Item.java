package dev.precept.registry.item;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.intake.ItemId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An item as it is kept.
public record Item(
        ItemId id,
        Content content,
        @Nullable String externalId,
        Map<String, String> metadata,
        String submittedBy,
        Instant submittedAt,
        boolean playground) {

    public Item {
        metadata = Map.copyOf(metadata);
    }
}
