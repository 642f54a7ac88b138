package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import dev.precept.contracts.policy.PolicyApi;
import org.springframework.core.annotation.Order;

/// How two versions differ.
@org.springframework.stereotype.Component
@Order(30)
class CompareTab implements PolicyTab {

    private final PolicyApi policies;

    CompareTab(PolicyApi policies) {
        this.policies = policies;
    }

    @Override
    public String path() {
        return "compare";
    }

    @Override
    public String title() {
        return "Compare";
    }

    @Override
    public Component open(PolicyPage page) {
        return new ComparePanel(policies, page.slug(), page.versions());
    }
}
