package dev.precept.registry.policy;

import dev.precept.registry.access.Actor;

/// Opens drafts for elsewhere in the registry, within the caller's transaction.
public interface PolicyDrafts {

    /// @param base the approved version that the text is from
    /// @return the number of the draft
    int open(Actor actor, String slug, String text, int base);
}
