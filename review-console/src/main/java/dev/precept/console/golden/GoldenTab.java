package dev.precept.console.golden;

import com.vaadin.flow.component.Component;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.policies.PolicyTab;
import dev.precept.console.rights.Rights;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.GoldenSetVersionApi;
import dev.precept.contracts.policy.PolicyApi;
import org.springframework.core.annotation.Order;

/// What the policy must get right.
@org.springframework.stereotype.Component
@Order(40)
class GoldenTab implements PolicyTab {

    private final GoldenSetApi golden;
    private final GoldenSetVersionApi frozen;
    private final PolicyApi policies;
    private final Rights rights;

    GoldenTab(GoldenSetApi golden, GoldenSetVersionApi frozen, PolicyApi policies, Rights rights) {
        this.golden = golden;
        this.frozen = frozen;
        this.policies = policies;
        this.rights = rights;
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
        return new GoldenPanel(
                golden, frozen, page, GoldenRights.mayChange(rights), Rules.of(policies, page));
    }
}
