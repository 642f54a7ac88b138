package dev.precept.registry.activation;

import dev.precept.contracts.access.Role;
import dev.precept.registry.testing.ApiClients;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Somebody with whatever roles were drawn.
record WayPerson(ApiClients clients, String name, Set<Role> roles) {

    private static final List<Role> ALL =
            List.of(Role.POLICY_AUTHOR, Role.POLICY_APPROVER, Role.POLICY_ACTIVATOR, Role.REVIEWER);

    static WayPerson draw(ApiClients clients, String name, RandomGenerator random) {
        var roles = ALL.stream().filter(_ -> random.nextBoolean()).collect(Collectors.toSet());
        return new WayPerson(clients, name, roles);
    }

    <T> T api(Class<T> type) {
        return clients.api(type, name, roles.toArray(Role[]::new));
    }

    boolean may(Way way) {
        return way.role == null || roles.contains(way.role);
    }
}
