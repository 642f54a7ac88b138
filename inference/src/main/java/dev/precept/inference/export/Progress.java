package dev.precept.inference.export;

/// Hears how far an export is.
@FunctionalInterface
public interface Progress {

    /// Hears nothing.
    Progress NONE = (_, _, _) -> {};

    /// @param tensor that is complete
    /// @param done bytes so far, of `all`
    void at(String tensor, long done, long all);
}
