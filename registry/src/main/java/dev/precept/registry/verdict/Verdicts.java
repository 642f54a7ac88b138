package dev.precept.registry.verdict;

import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.contracts.verdict.VerdictId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Reads verdicts.
public interface Verdicts {

    /// @return the verdicts of those ids that exist
    Map<VerdictId, Verdict> byId(Collection<VerdictId> ids);

    /// @return the verdicts of those items, oldest first; without those of shadows
    Map<ItemId, List<Verdict>> byItem(Collection<ItemId> items);
}
