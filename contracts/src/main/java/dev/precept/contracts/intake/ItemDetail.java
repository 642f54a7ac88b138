package dev.precept.contracts.intake;

import dev.precept.contracts.content.Content;
import java.util.Map;

/// An item with its content and all that is known of it.
public record ItemDetail(
        Content content,
        Map<String, String> metadata,
        String submittedBy,
        Classification classification) {

    public ItemDetail {
        metadata = Map.copyOf(metadata);
    }
}
