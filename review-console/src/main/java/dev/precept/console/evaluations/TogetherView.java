package dev.precept.console.evaluations;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.precept.console.measure.IntervalPlot;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Section;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationReportApi;
import dev.precept.contracts.evaluation.MultiPolicyAccuracy;
import dev.precept.contracts.policy.PolicyApi;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How often items are judged right under all policies at once, over one run a policy. The address
/// names the runs, so that a choice can be passed on.
@Route(TogetherView.ADDRESS)
@PageTitle("Policies together")
@Menu(title = "Policies together", order = 12, icon = "vaadin:bullseye")
@PermitAll
@StyleSheet("context://precept/policies.css")
@StyleSheet("context://precept/review.css")
@StyleSheet("context://precept/evaluations.css")
class TogetherView extends Div implements BeforeEnterObserver {

    static final String ADDRESS = "evaluations";

    private static final long serialVersionUID = 1L;
    private static final String RUN = "run";

    private final transient EvaluationReportApi reports;
    private final RunChoices choices;
    private final Div figures = new Div();

    TogetherView(PolicyApi policies, EvaluationApi evaluations, EvaluationReportApi reports) {
        this.reports = reports;
        this.choices = new RunChoices(policies, evaluations, this::choose);
        addClassName("page");
        figures.addClassName("page-body");
        figures.getElement().setAttribute("aria-live", "polite");
        add(
                new PageHead(
                        "Policies together",
                        "How often a content is judged right under every policy that was asked of it."));
        if (choices.policies() < 2) {
            add(nothing());
        } else {
            add(figures, new Section("One run a policy", choices));
        }
    }

    /// The address of this page with a run chosen.
    static String with(Evaluation run) {
        return ADDRESS + "?" + RUN + "=" + run.id();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Set.copyOf(event.getLocation().getQueryParameters().getParameters(RUN)));
    }

    /// @param wanted ids of runs; of the other policies the newest run on a golden set is taken
    void show(Set<String> wanted) {
        choices.choose(wanted);
        figures();
    }

    private void choose() {
        figures();
        var ids = choices.chosen().stream().map(run -> run.id().toString()).toList();
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(ADDRESS, new QueryParameters(Map.of(RUN, ids))));
    }

    private void figures() {
        figures.removeAll();
        var chosen = choices.chosen();
        if (chosen.size() < 2) {
            choices.show(List.of());
            figures.add(new EmptyState("Choose two runs or more", "Below, one of each policy."));
            return;
        }
        var accuracy = reports.multiPolicy(chosen.stream().map(Evaluation::id).toList());
        choices.show(accuracy.parts());
        figures.add(plot(accuracy), words(accuracy));
    }

    private static IntervalPlot plot(MultiPolicyAccuracy accuracy) {
        var plot =
                new IntervalPlot()
                        .share("Every content", accuracy.exact())
                        .share("Asked of several", accuracy.exactOfSeveral());
        plot.addClassName("card");
        return plot;
    }

    private static Div words(MultiPolicyAccuracy accuracy) {
        var exact =
                new Paragraph(
                        "This is exact match: a content counts as right only if each policy that"
                                + " was asked of it judged it as expected. One wrong verdict of three"
                                + " makes it wrong, and so does a case without a verdict. Whiskers are"
                                + " 95 % intervals.");
        var several =
                new Paragraph(
                        accuracy.exactOfSeveral().of() == 0
                                ? "No content is in the runs of two of these policies, so that the"
                                        + " first figure only adds them up. Put the same contents into"
                                        + " the golden sets of several policies to measure them together."
                                : "“Asked of several” leaves out what only one policy was asked of."
                                        + " Contents are the same whatever their spacing and case.");
        var words = new Div(exact, several);
        words.addClassNames("muted", "together-words");
        return words;
    }

    private EmptyState nothing() {
        return new EmptyState(
                "Fewer than two policies have a complete run",
                "Run an evaluation of each policy that you want to see together.",
                new Anchor("policies", "Policies"));
    }
}
