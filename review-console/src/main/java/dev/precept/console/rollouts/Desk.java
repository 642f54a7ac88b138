package dev.precept.console.rollouts;

import dev.precept.console.rights.Rights;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.rollout.ActivationApi;
import dev.precept.contracts.rollout.BreakGlassApi;
import dev.precept.contracts.rollout.RolloutApi;
import org.springframework.stereotype.Component;

/// What the parts of this page call, and who is offered what; the registry decides.
@Component
record Desk(
        RolloutApi rollouts,
        ActivationApi activations,
        BreakGlassApi glasses,
        AliasApi aliases,
        Rights rights) {

    boolean mayActivate() {
        return rights.hold(RoleName.POLICY_ACTIVATOR);
    }

    boolean maySeeContents() {
        return rights.maySeeContents();
    }
}
