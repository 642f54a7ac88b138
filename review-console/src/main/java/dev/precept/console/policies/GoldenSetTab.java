package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import dev.precept.contracts.policy.GoldenSetApi;
import org.springframework.core.annotation.Order;

/// What the policy must get right.
@org.springframework.stereotype.Component
@Order(40)
class GoldenSetTab implements PolicyTab {

    private final GoldenSetApi goldenSets;

    GoldenSetTab(GoldenSetApi goldenSets) {
        this.goldenSets = goldenSets;
    }

    @Override
    public String path() {
        return "golden-set";
    }

    @Override
    public String title() {
        return "Golden set";
    }

    @Override
    public Component open(PolicyPage page) {
        return new GoldenSetPanel(goldenSets, page.slug());
    }
}
