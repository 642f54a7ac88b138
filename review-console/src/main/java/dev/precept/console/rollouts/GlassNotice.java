package dev.precept.console.rollouts;

import com.vaadin.flow.component.Component;
import dev.precept.console.policies.PolicyNotice;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.rights.Person;
import dev.precept.console.rights.Rights;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.rollout.BreakGlassApi;

/// A broken glass is told on every part of its policy's page.
@org.springframework.stereotype.Component
class GlassNotice implements PolicyNotice {

    private final BreakGlassApi glasses;
    private final Rights rights;
    private final Person person;

    GlassNotice(BreakGlassApi glasses, Rights rights, Person person) {
        this.glasses = glasses;
        this.rights = rights;
        this.person = person;
    }

    @Override
    public Component of(PolicyPage page) {
        return new GlassBanner(glasses, rights.hold(RoleName.POLICY_APPROVER), person.name(), page);
    }
}
