package dev.precept.console.evaluations;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationCaseApi;
import jakarta.annotation.security.PermitAll;

/// The cases of a run, filtered as the address says.
@Route("policies/:slug/evaluations/:id/cases")
@PermitAll
@StyleSheet("context://precept/policies.css")
@StyleSheet("context://precept/review.css")
@StyleSheet("context://precept/evaluations.css")
class CasesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient EvaluationApi evaluations;
    private final transient EvaluationCaseApi cases;
    private final transient Rights rights;
    private String title = "Cases";

    CasesView(EvaluationApi evaluations, EvaluationCaseApi cases, Rights rights) {
        this.evaluations = evaluations;
        this.cases = cases;
        this.rights = rights;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                RunAddress.run(evaluations, event.getRouteParameters(), "id"),
                CaseFilter.from(event.getLocation().getQueryParameters()));
    }

    void show(Evaluation run, CaseFilter filter) {
        var slug = run.policyVersion().slug();
        title = "Cases of " + RunWords.title(run).replaceFirst("^V", "v") + " · " + slug;
        removeAll();
        add(new PageHead("Cases", "").under(RunWords.address(slug, run.id()), RunWords.title(run)));
        if (!RunRights.maySeeContents(rights)) {
            add(
                    new EmptyState(
                            "Not for your roles",
                            "The cases themselves are shown to authors, reviewers, review leads"
                                    + " and auditors."));
            return;
        }
        var list = new CaseList(cases, run);
        var bar =
                new CaseFilterBar(
                        evaluations.report(run.id()),
                        RunWords.isReplay(run),
                        filter,
                        wanted -> {
                            list.show(wanted);
                            remember(run, wanted);
                        });
        add(bar, list);
        list.show(filter);
    }

    private static void remember(Evaluation run, CaseFilter wanted) {
        UI.getCurrent().getPage().getHistory().replaceState(null, wanted.location(run));
    }
}
