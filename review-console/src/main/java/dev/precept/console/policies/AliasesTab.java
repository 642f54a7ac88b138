package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import dev.precept.console.rights.Rights;
import dev.precept.contracts.policy.AliasApi;
import dev.precept.contracts.policy.PolicyApi;
import org.springframework.core.annotation.Order;

/// Where traffic goes, where it went, and the way back.
@org.springframework.stereotype.Component
@Order(80)
class AliasesTab implements PolicyTab {

    private final AliasApi aliases;
    private final PolicyApi policies;
    private final Rights rights;

    AliasesTab(AliasApi aliases, PolicyApi policies, Rights rights) {
        this.aliases = aliases;
        this.policies = policies;
        this.rights = rights;
    }

    @Override
    public String path() {
        return "aliases";
    }

    @Override
    public String title() {
        return "Aliases";
    }

    @Override
    public Component open(PolicyPage page) {
        return new AliasPanel(aliases, policies, rights, page);
    }
}
