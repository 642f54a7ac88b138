package dev.precept.contracts.golden;

import dev.precept.contracts.verdict.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the columns of a file are read.
///
/// @param columns the column of each field that the file has; what is not named is not read
/// @param outcomes words of the file for outcomes, letter case aside, beside the known ones
///   (VIOLATES, UNSAFE, TRUE, 1; SAFE, FALSE, 0; UNDETERMINED); null for none
public record GoldenMapping(
        Map<GoldenField, String> columns, @Nullable Map<String, Outcome> outcomes) {

    public GoldenMapping {
        columns = Map.copyOf(columns);
        outcomes = outcomes == null ? Map.of() : Map.copyOf(outcomes);
    }
}
