package dev.precept.registry.item;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.intake.ItemId;
import java.util.Collection;
import java.util.Map;

/// Reads contents.
public interface ItemContents {

    /// @return the contents of those ids that exist
    Map<ItemId, Content> byId(Collection<ItemId> ids);
}
