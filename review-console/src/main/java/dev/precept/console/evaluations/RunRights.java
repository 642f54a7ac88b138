package dev.precept.console.evaluations;

import dev.precept.console.rights.Rights;
import dev.precept.contracts.access.RoleName;

/// Who is offered what here; the registry decides.
final class RunRights {

    private RunRights() {}

    static boolean mayRun(Rights rights) {
        return rights.holdAny(
                RoleName.POLICY_AUTHOR, RoleName.POLICY_APPROVER, RoleName.REVIEW_LEAD);
    }

    static boolean maySeeContents(Rights rights) {
        return rights.maySeeContents();
    }
}
