package dev.precept.registry.verdict;

import dev.precept.contracts.verdict.Verdict;
import dev.precept.contracts.verdict.VerdictId;
import java.util.Collection;
import java.util.Map;

/// Reads verdicts.
public interface Verdicts {

    /// @return the verdicts of those ids that exist
    Map<VerdictId, Verdict> byId(Collection<VerdictId> ids);
}
