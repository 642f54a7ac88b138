package dev.precept.quickstart.identity;

import dev.precept.contracts.access.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Everybody whom the demo identity provider knows.
public final class DemoPeople {

    public static final String PASSWORD = "precept";

    public static final List<Person> PEOPLE =
            List.of(
                    person("ava", "writes policies", Role.POLICY_AUTHOR),
                    person(
                                    "ben",
                                    "approves policies and makes them live",
                                    Role.POLICY_APPROVER,
                                    Role.POLICY_ACTIVATOR)
                            .in("safety"),
                    person("cleo", "approves policies for the lawyers", Role.POLICY_APPROVER)
                            .in("legal"),
                    person("rita", "reviews cases", Role.REVIEWER),
                    person("omar", "reviews cases", Role.REVIEWER),
                    person("lena", "leads the reviewers", Role.REVIEW_LEAD, Role.REVIEWER),
                    person("aldo", "reads everything, changes nothing", Role.AUDITOR),
                    person("otto", "runs the workers and the queue", Role.OPERATOR));

    static final List<Person> SERVICES =
            List.of(
                    person("precept-submitter", "sends content", Role.SUBMITTER),
                    person("precept-worker", "classifies content", Role.WORKER));

    private DemoPeople() {}

    static Optional<Person> named(String name) {
        return PEOPLE.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /// Who stands for a role when a token for it is asked for: the first who has it as the first of
    /// theirs, or at all.
    static Person standingFor(Role role) {
        var everybody = java.util.stream.Stream.concat(PEOPLE.stream(), SERVICES.stream()).toList();
        return everybody.stream()
                .filter(it -> it.roles().getFirst() == role)
                .findFirst()
                .or(() -> everybody.stream().filter(it -> it.roles().contains(role)).findFirst())
                .orElseThrow();
    }

    private static Person person(String name, String does, Role... roles) {
        return new Person(name, does, List.of(roles), List.of());
    }

    /// A demo person or service.
    ///
    /// @param groups that approval rules can ask
    public record Person(String name, String does, List<Role> roles, List<String> groups) {

        public Person {
            roles = List.copyOf(roles);
            groups = List.copyOf(groups);
        }

        Person in(String... names) {
            return new Person(name, does, roles, List.of(names));
        }

        public String rolesInWords() {
            return roles.stream().map(Role::wireName).collect(Collectors.joining(", "))
                    + ": "
                    + does;
        }
    }
}
