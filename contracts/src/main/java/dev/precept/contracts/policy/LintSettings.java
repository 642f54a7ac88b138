package dev.precept.contracts.policy;

import dev.precept.contracts.revision.Revisioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How grave each kind of finding is, for all policies.
///
/// @param revision counts changes, from 0 while nobody has made one
/// @param codes everything that the linter can find, in the order of the guide
public record LintSettings(
        int revision, List<Code> codes, @Nullable String changedBy, @Nullable Instant changedAt)
        implements Revisioned {

    public LintSettings {
        codes = List.copyOf(codes);
    }

    /// One kind of finding.
    ///
    /// @param level that holds
    /// @param usual the level of the product, where nobody has changed it
    /// @param fixed whether it cannot be changed: without it a rule or a setting would get lost
    /// @param why what it does to verdicts
    public record Code(String code, LintLevel level, LintLevel usual, boolean fixed, String why) {}
}
