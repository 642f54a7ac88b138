package dev.precept.contracts.policy;

import org.jspecify.annotations.Nullable;

/// Where an alias shall point.
///
/// @param reason kept in the alias' history
/// @param from the version that the alias pointed at when whoever moves it looked: if it points
///   elsewhere by now, nothing happens; null moves it from whatever it points at
public record AliasTarget(int number, @Nullable String reason, @Nullable Integer from) {

    public AliasTarget(int number) {
        this(number, null, null);
    }

    public AliasTarget(int number, @Nullable String reason) {
        this(number, reason, null);
    }
}
