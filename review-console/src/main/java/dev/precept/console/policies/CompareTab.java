package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import dev.precept.console.prose.ProseRooms;
import dev.precept.contracts.policy.PolicyApi;
import org.springframework.core.annotation.Order;

/// How two versions differ.
@org.springframework.stereotype.Component
@Order(30)
class CompareTab implements PolicyTab {

    private final PolicyApi policies;
    private final ProseRooms prose;

    CompareTab(PolicyApi policies, ProseRooms prose) {
        this.policies = policies;
        this.prose = prose;
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
        return new ComparePanel(policies, prose, page);
    }
}
