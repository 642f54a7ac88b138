package dev.precept.contracts.policy;

import org.jspecify.annotations.Nullable;

/// Where an alias shall point.
///
/// @param reason kept in the alias' history
public record AliasTarget(int number, @Nullable String reason) {

    public AliasTarget(int number) {
        this(number, null);
    }
}
