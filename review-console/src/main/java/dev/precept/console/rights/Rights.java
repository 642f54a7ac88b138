package dev.precept.console.rights;

import dev.precept.contracts.access.RoleName;

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

    /// Whether the registry shows contents to this person.
    default boolean maySeeContents() {
        return holdAny(
                RoleName.POLICY_AUTHOR, RoleName.REVIEWER, RoleName.REVIEW_LEAD, RoleName.AUDITOR);
    }
}
