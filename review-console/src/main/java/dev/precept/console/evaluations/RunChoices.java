package dev.precept.console.evaluations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.IntervalBar;
import dev.precept.console.table.DataTable;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.MultiPolicyAccuracy.Part;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One run for each policy that has complete ones, among the newest, and what each measured alone.
final class RunChoices extends Div {

    private static final long serialVersionUID = 1L;

    private final transient List<Row> rows = new ArrayList<>();
    private boolean choosing;

    private record Row(Policy policy, List<Evaluation> runs, ComboBox<Evaluation> run, Div alone) {}

    /// @param chosen is told when a person chooses
    RunChoices(PolicyApi policies, EvaluationApi evaluations, Runnable chosen) {
        addClassName("run-choices");
        var without = new ArrayList<Policy>();
        for (var policy : policies.list()) {
            var runs =
                    evaluations.list(policy.slug(), null).items().stream()
                            .filter(run -> run.state() == Evaluation.State.COMPLETED)
                            .toList();
            if (runs.isEmpty()) {
                without.add(policy);
            } else {
                rows.add(new Row(policy, runs, chooser(policy, runs, chosen), new Div()));
            }
        }
        var table =
                new DataTable<Row>("Runs that are counted together")
                        .column("Policy", row -> name(row.policy()))
                        .column("Run", Row::run)
                        .column("Right under it alone", Row::alone);
        table.setRows(rows);
        add(table);
        if (!without.isEmpty()) {
            add(without(without));
        }
    }

    private ComboBox<Evaluation> chooser(Policy policy, List<Evaluation> runs, Runnable chosen) {
        var chooser = new ComboBox<Evaluation>();
        chooser.setAriaLabel("Run of " + policy.name());
        chooser.setPlaceholder("Left out");
        chooser.setClearButtonVisible(true);
        chooser.setItems(runs);
        chooser.setItemLabelGenerator(RunWords::title);
        chooser.addValueChangeListener(_ -> {
            if (!choosing) {
                chosen.run();
            }
        });
        return chooser;
    }

    private static Component name(Policy policy) {
        var link = new Anchor("policies/" + policy.slug() + "/evaluations", policy.name());
        link.addClassName("strong-link");
        return link;
    }

    private static Paragraph without(List<Policy> policies) {
        var words = new Paragraph("No complete run yet: ");
        words.addClassName("muted");
        for (int index = 0; index < policies.size(); index++) {
            var policy = policies.get(index);
            words.add(
                    new Span(index == 0 ? "" : ", "),
                    new Anchor("policies/" + policy.slug() + "/evaluations", policy.name()));
        }
        return words;
    }

    /// How many policies there are to choose from.
    int policies() {
        return rows.size();
    }

    /// Chooses the runs with these ids. Of policies of which none is wanted, the newest run on a
    /// golden set is chosen, if at most one run is wanted at all; else they are left out.
    void choose(Set<String> wanted) {
        choosing = true;
        for (var row : rows) {
            row.run.setValue(
                    row.runs.stream()
                            .filter(run -> wanted.contains(run.id().toString()))
                            .findFirst()
                            .or(() -> wanted.size() > 1 ? Optional.empty() : newest(row))
                            .orElse(null));
        }
        choosing = false;
    }

    private static Optional<Evaluation> newest(Row row) {
        return row.runs.stream().filter(run -> !RunWords.isReplay(run)).findFirst();
    }

    List<Evaluation> chosen() {
        return rows.stream().flatMap(row -> row.run.getOptionalValue().stream()).toList();
    }

    /// Shows what each policy measured alone; a dash for the others.
    void show(List<Part> parts) {
        for (var row : rows) {
            row.alone.removeAll();
            row.alone.add(
                    parts.stream()
                            .filter(part -> part.policyVersion().slug().equals(row.policy.slug()))
                            .<Component>map(part -> new IntervalBar(part.exact()))
                            .findFirst()
                            .orElseGet(() -> new Span("—")));
        }
    }
}
