package dev.precept.console.requests;

import com.vaadin.flow.component.Component;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.policies.PolicyTab;
import dev.precept.console.rights.Rights;
import dev.precept.contracts.request.ChangeRequestApi;
import org.springframework.core.annotation.Order;

/// By which rules the versions of a policy are approved.
@org.springframework.stereotype.Component
@Order(65)
class RulesTab implements PolicyTab {

    private final ChangeRequestApi requests;
    private final Rights rights;

    RulesTab(ChangeRequestApi requests, Rights rights) {
        this.requests = requests;
        this.rights = rights;
    }

    @Override
    public String path() {
        return "approval";
    }

    @Override
    public String title() {
        return "Approval";
    }

    @Override
    public Component open(PolicyPage page) {
        return new RulesPanel(requests, rights, page);
    }
}
