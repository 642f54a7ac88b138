package dev.precept.quickstart.cli;

import dev.precept.contracts.policy.Policy;
import org.jspecify.annotations.Nullable;

/// `latest`, an alias or a number, as people name versions.
final class VersionNames {

    static final String LATEST = "latest";

    private VersionNames() {}

    /// Null if the policy has none of that name; a number is taken as it is. The latest is the
    /// newest that whoever asks may read.
    static @Nullable Integer number(Policy policy, String name) {
        if (name.equals(LATEST)) {
            return policy.latest() == null ? null : policy.latest().number();
        }
        if (name.matches("[1-9][0-9]{0,8}")) {
            return Integer.valueOf(name);
        }
        return policy.aliases().get(name);
    }

    /// What is told where [#number] is null.
    static String none(Policy policy, String name) {
        return name.equals(LATEST)
                ? "%s has no version that you may read".formatted(policy.slug())
                : "%s has no version %s".formatted(policy.slug(), name);
    }
}
