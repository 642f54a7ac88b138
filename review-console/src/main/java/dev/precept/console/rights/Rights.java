package dev.precept.console.rights;

/// The roles of the signed-in person.
@FunctionalInterface
public interface Rights {

    /// @param role a wire name, for example `review-lead`
    boolean hold(String role);

    default boolean holdAny(String... roles) {
        for (var role : roles) {
            if (hold(role)) {
                return true;
            }
        }
        return false;
    }
}
