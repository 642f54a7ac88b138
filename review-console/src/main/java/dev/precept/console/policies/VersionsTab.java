package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import dev.precept.console.rights.Rights;
import dev.precept.contracts.policy.PolicyApi;
import org.springframework.core.annotation.Order;

/// The history of the policy's text.
@org.springframework.stereotype.Component
@Order(20)
class VersionsTab implements PolicyTab {

    static final String PATH = "versions";

    private final PolicyApi policies;
    private final Rights rights;

    VersionsTab(PolicyApi policies, Rights rights) {
        this.policies = policies;
        this.rights = rights;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String title() {
        return "Versions";
    }

    @Override
    public Component open(PolicyPage page) {
        return new VersionTable(policies, page.policy(), rights, page.reload());
    }
}
