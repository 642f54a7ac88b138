package dev.precept.contracts.policy;

import java.util.List;

/// Adds cases together: all of them or, if one is refused, none.
///
/// @param source as in [GoldenCase#source()]
public record GoldenImport(String source, List<NewGoldenCase> cases) {

    public GoldenImport {
        cases = List.copyOf(cases);
    }

    /// What an import did.
    ///
    /// @param known contents that the set held already
    public record Result(int added, int known) {}
}
