package dev.precept.console.golden;

import dev.precept.console.rights.Rights;
import dev.precept.contracts.access.RoleName;

/// Who is offered what here; the registry decides.
final class GoldenRights {

    private GoldenRights() {}

    static boolean mayChange(Rights rights) {
        return rights.holdAny(RoleName.POLICY_AUTHOR, RoleName.REVIEW_LEAD);
    }
}
