package dev.precept.registry.activation;

import dev.precept.contracts.access.Role;
import org.jspecify.annotations.Nullable;

/// What people and the clock can do to what is live.
enum Way {
    POINT(Role.POLICY_ACTIVATOR, 3),
    ROLL_BACK(Role.POLICY_ACTIVATOR, 4),
    SCHEDULE(Role.POLICY_ACTIVATOR, 3),
    SCHEDULE_FALLS_DUE(null, 2),
    CANARY_START(Role.POLICY_ACTIVATOR, 8),
    CANARY_STEP(Role.POLICY_ACTIVATOR, 9),
    CANARY_STEP_FALLS_DUE(null, 5),
    CANARY_HALT(Role.POLICY_ACTIVATOR, 4),
    CANARY_RESUME(Role.POLICY_ACTIVATOR, 10),
    CANARY_PROMOTE(Role.POLICY_ACTIVATOR, 3),
    BREAK_GLASS(Role.POLICY_ACTIVATOR, 8),
    ACCEPT_GLASS(Role.POLICY_APPROVER, 3),
    REJECT_GLASS(Role.POLICY_APPROVER, 2),
    GLASS_EXPIRES(null, 6),
    SET_GATES(Role.POLICY_APPROVER, 5),
    SET_RULES(Role.POLICY_APPROVER, 3);

    /// Null for what the clock does.
    final @Nullable Role role;

    /// How often it is tried, beside the others.
    final int weight;

    Way(@Nullable Role role, int weight) {
        this.role = role;
        this.weight = weight;
    }
}
