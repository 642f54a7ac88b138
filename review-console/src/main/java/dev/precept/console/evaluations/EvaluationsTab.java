package dev.precept.console.evaluations;

import com.vaadin.flow.component.Component;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.policies.PolicyTab;
import dev.precept.console.rights.Rights;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.GoldenSetVersionApi;
import org.springframework.core.annotation.Order;

/// The runs of a policy's versions.
@org.springframework.stereotype.Component
@Order(50)
class EvaluationsTab implements PolicyTab {

    private final EvaluationApi evaluations;
    private final GoldenSetApi golden;
    private final GoldenSetVersionApi frozen;
    private final Rights rights;

    EvaluationsTab(
            EvaluationApi evaluations,
            GoldenSetApi golden,
            GoldenSetVersionApi frozen,
            Rights rights) {
        this.evaluations = evaluations;
        this.golden = golden;
        this.frozen = frozen;
        this.rights = rights;
    }

    @Override
    public String path() {
        return "evaluations";
    }

    @Override
    public String title() {
        return "Evaluations";
    }

    @Override
    public Component open(PolicyPage page) {
        var start = new RunStarter(evaluations, golden, frozen, rights, page);
        return new RunList(evaluations, rights, page, start);
    }
}
