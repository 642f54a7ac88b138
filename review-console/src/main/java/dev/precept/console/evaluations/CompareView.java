package dev.precept.console.evaluations;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.precept.console.registry.RegistryFiles;
import dev.precept.console.rights.Rights;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Section;
import dev.precept.contracts.evaluation.Comparison;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import jakarta.annotation.security.PermitAll;

/// Two runs beside each other: their figures, whether they differ by more than chance, and every
/// case that flipped.
@Route("policies/:slug/evaluations/:id/compare/:before")
@PermitAll
@StyleSheet("context://precept/policies.css")
@StyleSheet("context://precept/review.css")
@StyleSheet("context://precept/evaluations.css")
class CompareView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient EvaluationApi evaluations;
    private final transient RegistryFiles files;
    private final transient Rights rights;
    private String title = "Comparison";

    CompareView(EvaluationApi evaluations, RegistryFiles files, Rights rights) {
        this.evaluations = evaluations;
        this.files = files;
        this.rights = rights;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getRouteParameters();
        show(
                RunAddress.run(evaluations, address, "before"),
                RunAddress.run(evaluations, address, "id"),
                FlipFilter.from(event.getLocation().getQueryParameters()));
    }

    void show(Evaluation before, Evaluation now, FlipFilter filter) {
        var slug = now.policyVersion().slug();
        var pair = new RunPair(before, now);
        title = pair.title() + " · " + slug;
        var comparison = evaluations.compare(now.id(), before.id());
        removeAll();
        add(
                new PageHead(pair.title(), "", ReportLinks.of(files, pair))
                        .under("policies/" + slug + "/evaluations", "Evaluations of " + slug),
                runs(pair));
        if (comparison.shared() == 0) {
            add(
                    new EmptyState(
                            "Nothing to compare",
                            "No case was judged in both runs. Run both versions on the same golden"
                                    + " set, or on the same past items."));
            return;
        }
        add(
                new ComparedFigures(
                        pair,
                        comparison,
                        evaluations.report(before.id()),
                        evaluations.report(now.id())),
                flips(pair, comparison, filter));
    }

    private static Div runs(RunPair pair) {
        var swap = new Anchor(address(pair.before(), pair.now()), "Swap the two");
        var line = new Div(link(pair.now()), new Span(" against "), link(pair.before()), swap);
        line.addClassName("compared-runs");
        return line;
    }

    private static Anchor link(Evaluation run) {
        return new Anchor(
                RunWords.address(run.policyVersion().slug(), run.id()), RunWords.title(run));
    }

    private Section flips(RunPair pair, Comparison comparison, FlipFilter filter) {
        if (comparison.flips() == 0) {
            return new Section(
                    "Flips",
                    new EmptyState(
                            "No case flipped",
                            "Both runs say the same of every case that they share."));
        }
        if (!RunRights.maySeeContents(rights)) {
            var who =
                    new Paragraph(
                            "The cases themselves are shown to authors, reviewers, review leads and auditors.");
            who.addClassName("muted");
            return new Section("Flips", who);
        }
        return new Section(
                "Flips",
                ReportLinks.ofFlips(files, pair),
                new FlipList(
                        evaluations, pair, comparison, filter, shown -> remember(pair, shown)));
    }

    private static void remember(RunPair pair, FlipFilter shown) {
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(
                        null, new Location(address(pair.now(), pair.before()), shown.toQuery()));
    }

    private static String address(Evaluation now, Evaluation before) {
        return RunWords.address(now.policyVersion().slug(), now.id()) + "/compare/" + before.id();
    }
}
