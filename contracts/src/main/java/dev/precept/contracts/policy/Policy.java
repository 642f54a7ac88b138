package dev.precept.contracts.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A policy and where it stands.
///
/// @param aliases each alias with the number of the version that it points at
/// @param latest the newest version whose text whoever asks may read, whatever its state; null
///   before the first
/// @param labels of the live version, else of the newest that was submitted, else of `latest`
public record Policy(
        String slug,
        String name,
        String description,
        String owningTeam,
        Instant createdAt,
        Map<String, Integer> aliases,
        @Nullable PolicyVersionSummary latest,
        List<String> labels) {

    /// The alias that traffic uses unless it names another.
    public static final String LIVE = "live";

    public Policy {
        aliases = Map.copyOf(aliases);
        labels = List.copyOf(labels);
    }
}
