package dev.precept.console.evaluations;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationReportApi;
import dev.precept.contracts.policy.PolicyApi;
import org.jspecify.annotations.Nullable;

/// Runs the cases of a run once more: under the same text, or under another version.
final class RunAgain extends Div {

    private static final long serialVersionUID = 1L;

    private final transient EvaluationReportApi reports;
    private final transient PolicyApi policies;
    private final transient Evaluation run;

    RunAgain(EvaluationReportApi reports, PolicyApi policies, Evaluation run) {
        this.reports = reports;
        this.policies = policies;
        this.run = run;
        addClassName("page-actions");
        var again = new Button("Run again", _ -> start(null));
        again.setTooltipText("The same text on the same cases");
        again.setDisableOnClick(true);
        var other =
                new Button(
                        "Run another version on the same "
                                + (RunWords.isReplay(run) ? "items" : "set"),
                        _ -> ask());
        add(again, other);
    }

    private void ask() {
        var others =
                policies.versions(run.policyVersion().slug()).stream()
                        .filter(each -> each.number() != run.policyVersion().number())
                        .toList();
        new SameItemsDialog(run, others, this::start).open();
    }

    private void start(@Nullable Integer version) {
        var started = reports.repeat(run.id(), version);
        UI.getCurrent().navigate(RunWords.address(run.policyVersion().slug(), started.id()));
    }
}
