package dev.precept.console.evaluations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.registry.RegistryFiles;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Refresh;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationReportApi;
import dev.precept.contracts.policy.PolicyApi;
import jakarta.annotation.security.PermitAll;

/// One run: how far it is, what it measured, and what it is bound to. While it goes on the page
/// follows it.
@Route("policies/:slug/evaluations/:id")
@PermitAll
@StyleSheet("context://precept/policies.css")
@StyleSheet("context://precept/review.css")
@StyleSheet("context://precept/evaluations.css")
class RunView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int REFRESH_MILLIS = 2_000;

    /// Figures are computed over all cases that are judged: not every time.
    private static final int REPORT_EVERY = 4;

    private final transient EvaluationApi evaluations;
    private final transient EvaluationReportApi reports;
    private final transient PolicyApi policies;
    private final transient RegistryFiles files;
    private final transient Rights rights;
    private final Div body = new Div();
    private String title = "Evaluation";
    private int looked;

    RunView(
            EvaluationApi evaluations,
            EvaluationReportApi reports,
            PolicyApi policies,
            RegistryFiles files,
            Rights rights) {
        this.evaluations = evaluations;
        this.reports = reports;
        this.policies = policies;
        this.files = files;
        this.rights = rights;
        addClassName("page");
        body.addClassName("page-body");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(RunAddress.run(evaluations, event.getRouteParameters(), "id"));
    }

    void show(Evaluation run) {
        var version = run.policyVersion();
        title = RunWords.title(run) + " · " + version.slug();
        removeAll();
        add(
                new PageHead(RunWords.title(run), "", actions(run))
                        .under(
                                "policies/" + version.slug() + "/evaluations",
                                "Evaluations of " + version.slug()));
        var progress = new RunProgress(run);
        add(progress);
        if (!RunWords.isOver(run)) {
            var refresh = new Refresh(REFRESH_MILLIS, () -> follow(run, progress));
            add(refresh);
        }
        add(body);
        report(run);
    }

    private void follow(Evaluation shown, RunProgress progress) {
        var now = evaluations.get(shown.id());
        if (RunWords.isOver(now)) {
            show(now);
            return;
        }
        progress.show(now);
        looked++;
        if (looked % REPORT_EVERY == 0) {
            report(now);
        }
    }

    private void report(Evaluation run) {
        var version = run.policyVersion();
        body.removeAll();
        body.add(
                new RunReport(
                        evaluations.report(run.id()),
                        evaluations.measured(version.slug(), version.number()),
                        RunRights.maySeeContents(rights)));
    }

    private Div actions(Evaluation run) {
        var actions = new Div();
        actions.addClassName("page-actions");
        if (run.state() == Evaluation.State.COMPLETED) {
            actions.add(together(run));
        }
        if (run.progress().judged() > 0) {
            if (RunRights.maySeeContents(rights)) {
                actions.add(new Anchor(CaseFilter.ALL.address(run), "Cases"));
            }
            actions.add(ReportLinks.of(files, run), new CompareChooser(evaluations, run));
        }
        if (RunRights.mayRun(rights)) {
            actions.add(RunWords.isOver(run) ? new RunAgain(reports, policies, run) : cancel(run));
        }
        return actions;
    }

    private static Anchor together(Evaluation run) {
        var together = new Anchor(TogetherView.with(run), "With other policies");
        together.setTitle("How often contents are judged right under all policies at once");
        return together;
    }

    private Button cancel(Evaluation run) {
        var cancel = new Button("Cancel run", _ -> ask(run));
        cancel.addThemeVariants(ButtonVariant.ERROR);
        return cancel;
    }

    private void ask(Evaluation run) {
        var dialog = new ConfirmDialog();
        dialog.setHeader("Cancel this run?");
        dialog.setText(
                "What was judged so far stays, with its figures. The rest is taken back for good;"
                        + " a gate never looks at a cancelled run.");
        dialog.setCancelable(true);
        dialog.setCancelText("Let it go on");
        dialog.setConfirmText("Cancel run");
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> show(evaluations.cancel(run.id())));
        dialog.open();
    }
}
