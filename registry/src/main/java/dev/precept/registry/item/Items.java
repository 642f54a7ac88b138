package dev.precept.registry.item;

import dev.precept.contracts.intake.ItemId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps items, within the caller's transaction, and finds them again.
public interface Items {

    /// @return the items of those ids that exist
    Map<ItemId, Item> find(Collection<ItemId> ids);

    @Transactional(propagation = Propagation.MANDATORY)
    void add(List<NewItem> items);
}
