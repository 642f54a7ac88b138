package dev.precept.console.rollouts;

import com.vaadin.flow.component.Component;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.policies.PolicyTab;
import org.springframework.core.annotation.Order;

/// How versions come to traffic: in steps, beside the live one, or at an instant.
@org.springframework.stereotype.Component
@Order(70)
class RolloutsTab implements PolicyTab {

    private final Desk desk;

    RolloutsTab(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return "rollout";
    }

    @Override
    public String title() {
        return "Rollout";
    }

    @Override
    public Component open(PolicyPage page) {
        return new RolloutPanel(desk, page);
    }
}
