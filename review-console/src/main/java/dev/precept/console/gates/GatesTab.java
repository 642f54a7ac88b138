package dev.precept.console.gates;

import com.vaadin.flow.component.Component;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.policies.PolicyTab;
import dev.precept.console.rights.Rights;
import dev.precept.contracts.evaluation.EvaluationApi;
import org.springframework.core.annotation.Order;

/// What a version must show before it goes live.
@org.springframework.stereotype.Component
@Order(60)
class GatesTab implements PolicyTab {

    private final EvaluationApi evaluations;
    private final Rights rights;

    GatesTab(EvaluationApi evaluations, Rights rights) {
        this.evaluations = evaluations;
        this.rights = rights;
    }

    @Override
    public String path() {
        return "gates";
    }

    @Override
    public String title() {
        return "Gates";
    }

    @Override
    public Component open(PolicyPage page) {
        return new GatesPanel(evaluations, rights, page);
    }
}
