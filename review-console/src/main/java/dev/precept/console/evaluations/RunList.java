package dev.precept.console.evaluations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.rights.Rights;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.Refresh;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The runs of a policy, newest first; those that go on show how far they are. Two of them can be
/// chosen and compared.
@StyleSheet("context://precept/evaluations.css")
final class RunList extends Div {

    private static final long serialVersionUID = 1L;
    private static final int REFRESH_MILLIS = 2_000;

    private final transient EvaluationApi evaluations;
    private final transient PolicyPage page;
    private final transient RunStarter starter;
    private final transient Map<EvaluationId, RunProgress> going = new LinkedHashMap<>();
    private final transient List<Evaluation> chosen = new ArrayList<>();
    private final Button compare = new Button("Compare", _ -> compare());
    private final Refresh refresh = new Refresh(REFRESH_MILLIS, this::refresh);

    RunList(EvaluationApi evaluations, Rights rights, PolicyPage page, RunStarter starter) {
        this.evaluations = evaluations;
        this.page = page;
        this.starter = starter;
        addClassName("page-body");
        var mayRun = RunRights.mayRun(rights);
        var list = new PagedTable<>(table(), this::fetch, nothing(mayRun));
        list.load();
        add(refresh, actions(mayRun, !list.rows().isEmpty()), list);
        if (mayRun) {
            page.query().getSingleParameter("run").ifPresent(this::askAtOnce);
        }
    }

    /// For those who come by a link that names a version to run.
    private void askAtOnce(String number) {
        page.versions().stream()
                .map(PolicyVersionSummary::number)
                .filter(each -> Integer.toString(each).equals(number))
                .findFirst()
                .ifPresent(this::ask);
    }

    private Page<Evaluation> fetch(@Nullable String cursor) {
        return evaluations.list(page.slug(), cursor);
    }

    private Div actions(boolean mayRun, boolean some) {
        var actions = new Div();
        actions.addClassName("page-actions");
        if (mayRun && some) {
            var run = new Button("Run an evaluation", _ -> ask(null));
            run.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(run);
        }
        showChosen();
        actions.add(compare);
        actions.setVisible(some);
        return actions;
    }

    private EmptyState nothing(boolean mayRun) {
        var advice =
                "A run says what a version makes of the golden set or of past items, before"
                        + " anybody is judged by it.";
        if (!mayRun) {
            return new EmptyState("No evaluation yet", advice);
        }
        var run = new Button("Run an evaluation", _ -> ask(null));
        run.addThemeVariants(ButtonVariant.PRIMARY);
        run.setEnabled(!page.versions().isEmpty());
        return new EmptyState("No evaluation yet", advice, run);
    }

    private void ask(@Nullable Integer version) {
        new StartDialog(starter, version, run -> open(RunWords.address(page.slug(), run.id())))
                .open();
    }

    private DataTable<Evaluation> table() {
        return new DataTable<Evaluation>("Evaluations of " + page.slug())
                .column("Choose", this::choice)
                .column("Run", this::link)
                .rest("Progress", this::progress)
                .column("Started", RunList::started);
    }

    private Component choice(Evaluation run) {
        var choice = new Checkbox();
        choice.setAriaLabel("Choose " + RunWords.title(run) + " for a comparison");
        choice.setEnabled(run.progress().judged() > 0);
        choice.addValueChangeListener(change -> {
            if (change.getValue()) {
                chosen.add(run);
            } else {
                chosen.remove(run);
            }
            showChosen();
        });
        return choice;
    }

    private Component link(Evaluation run) {
        var link = new Anchor(RunWords.address(page.slug(), run.id()), RunWords.title(run));
        link.addClassNames("strong-link", "one-line");
        return link;
    }

    private Component progress(Evaluation run) {
        var progress = new RunProgress(run);
        if (!RunWords.isOver(run)) {
            going.put(run.id(), progress);
        }
        return progress;
    }

    private static Component started(Evaluation run) {
        var by = new Span("by " + run.startedBy());
        by.addClassName("muted");
        var cell = new Div(new Moment(run.createdAt()), by);
        cell.addClassName("two-lines");
        return cell;
    }

    private void showChosen() {
        compare.setEnabled(chosen.size() == 2);
        compare.setText(chosen.isEmpty() ? "Compare two" : "Compare " + chosen.size() + " of 2");
    }

    /// The newer run is looked at against the older one.
    private void compare() {
        var ordered = chosen.stream().sorted(Comparator.comparing(Evaluation::createdAt)).toList();
        open(
                RunWords.address(page.slug(), ordered.getLast().id())
                        + "/compare/"
                        + ordered.getFirst().id());
    }

    private static void open(String address) {
        UI.getCurrent().navigate(address);
    }

    void refresh() {
        for (var id : List.copyOf(going.keySet())) {
            var run = evaluations.get(id);
            var shown = going.get(id);
            if (shown != null) {
                shown.show(run);
            }
            if (RunWords.isOver(run)) {
                going.remove(id);
            }
        }
        if (going.isEmpty()) {
            refresh.stop();
        }
    }
}
