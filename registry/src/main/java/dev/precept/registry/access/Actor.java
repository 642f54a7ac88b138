package dev.precept.registry.access;

import dev.precept.contracts.access.Role;
import java.util.Set;

/// A person or service that acts.
///
/// @param name the user name, or the client's name for a service
/// @param groups as the identity provider names them, without a slash in front
public record Actor(String name, Set<Role> roles, Set<String> groups) {

    public Actor {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /// Somebody in no group.
    public Actor(String name, Set<Role> roles) {
        this(name, roles, Set.of());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
