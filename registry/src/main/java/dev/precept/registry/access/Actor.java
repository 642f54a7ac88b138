package dev.precept.registry.access;

import dev.precept.contracts.access.Role;
import java.util.Set;

/// A person or service that acts.
///
/// @param name the user name, or the client's name for a service
public record Actor(String name, Set<Role> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
