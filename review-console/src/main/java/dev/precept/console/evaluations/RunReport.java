package dev.precept.console.evaluations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.ConfusionMatrix;
import dev.precept.console.measure.GateTable;
import dev.precept.console.measure.IntervalPlot;
import dev.precept.console.measure.IntervalPlot.Series;
import dev.precept.console.measure.ScoresTable;
import dev.precept.console.measure.Share;
import dev.precept.console.table.DataTable;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.Section;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.EvaluationReport.Lengths;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run measured so far: figures with intervals, the matrix, gates, and the parts.
final class RunReport extends Div {

    private static final long serialVersionUID = 1L;

    private final transient EvaluationReport report;
    private final transient List<GateResult> gates;
    private final boolean replay;
    private final boolean mayRead;

    /// @param gates as the version stands at them, by whatever run
    /// @param mayRead whether this person may read the cases behind the figures
    RunReport(EvaluationReport report, List<GateResult> gates, boolean mayRead) {
        this.report = report;
        this.mayRead = mayRead;
        this.gates = gates;
        this.replay = RunWords.isReplay(report.evaluation());
        addClassName("page-body");
        if (report.matrix().isEmpty()) {
            add(new EmptyState("No case is judged yet", "Figures appear with the first of them."));
        } else {
            add(figures());
            addGates();
            addParts();
            addReasoning();
        }
        add(new Section("What it is bound to", new Pinned(report)));
    }

    private Div figures() {
        var plot = new IntervalPlot();
        plot.addClassName("card");
        var overall = report.overall();
        if (replay) {
            plot.share("Unchanged", report.accuracy(), Series.NOW, unchanged());
        } else {
            plot.share("Accuracy", report.accuracy());
        }
        plot.share("Precision", overall.precision(), Series.NOW, limit(Gate.Kind.PRECISION))
                .share("Recall", overall.recall(), Series.NOW, limit(Gate.Kind.RECALL))
                .share("F1", overall.f1(), Series.NOW, limit(Gate.Kind.F1));
        var note =
                new Paragraph(
                        replay
                                ? "Against what was said at the time. Precision and recall are of what violates."
                                : "Precision, recall and F1 of what violates; whiskers are 95 % intervals.");
        note.addClassNames("muted", "wrap");
        var matrix =
                new ConfusionMatrix(
                        report.matrix(),
                        replay,
                        mayRead
                                ? (expected, said) -> address(CaseFilter.cell(expected, said))
                                : null);
        matrix.addClassName("card");
        var beside = new Div(new Section("Figures", plot, note), new Section("Matrix", matrix));
        beside.addClassName("run-figures");
        return beside;
    }

    private @Nullable Double limit(Gate.Kind kind) {
        return replay ? null : asked(kind);
    }

    /// The gate asks how much may change.
    private @Nullable Double unchanged() {
        var limit = asked(Gate.Kind.REPLAY_CHANGE);
        return limit == null ? null : 1 - limit;
    }

    private @Nullable Double asked(Gate.Kind kind) {
        return gates.stream()
                .map(GateResult::gate)
                .filter(gate -> gate.kind() == kind)
                .map(Gate::limit)
                .findFirst()
                .orElse(null);
    }

    private void addGates() {
        var run = report.evaluation();
        var measured = gates.stream().filter(each -> run.id().equals(each.evaluation())).toList();
        if (!measured.isEmpty()) {
            add(new Section("Gates", new GateTable(run.policyVersion().slug(), measured)));
        } else if (!gates.isEmpty() && RunWords.isOver(run)) {
            var other =
                    new Paragraph(
                            "No gate looks at this run: each looks at the newest complete one of"
                                    + " its kind, of the version as it stands now.");
            other.addClassName("muted");
            add(new Section("Gates", other));
        }
    }

    private void addParts() {
        if (!replay && report.protection().cases() > 0) {
            var protection = report.protection();
            var words =
                    new Span(
                            "%s of %s protected cases are judged wrong."
                                    .formatted(
                                            Share.count(protection.wrong()),
                                            Share.count(protection.cases())));
            add(
                    new Paragraph(
                            protection.wrong() == 0
                                    ? words
                                    : linked(words, CaseFilter.PROTECTED_WRONG)));
        }
        if (!report.labels().isEmpty()) {
            add(
                    new Section(
                            "By label",
                            new ScoresTable("Label", report.labels(), VerdictBadges::plain)));
        }
        if (!report.rules().isEmpty()) {
            add(
                    new Section(
                            "By rule",
                            new ScoresTable(
                                    "Rule",
                                    report.rules(),
                                    rule ->
                                            linked(
                                                    VerdictBadges.rule(rule),
                                                    CaseFilter.ofRule(rule)))));
        }
        if (!report.languages().isEmpty()) {
            add(
                    new Section(
                            "By language",
                            new ScoresTable(
                                    "Language",
                                    report.languages(),
                                    language ->
                                            linked(
                                                    new Span(CaseWords.language(language)),
                                                    CaseFilter.ofLanguage(language)))));
        }
    }

    private void addReasoning() {
        var reasoning = report.reasoning();
        if (reasoning.right().cases() + reasoning.wrong().cases() == 0) {
            return;
        }
        record Row(String name, Lengths lengths) {}
        var table =
                new DataTable<Row>("Lengths of reasoning in characters")
                        .text("Where it was", Row::name)
                        .number("Cases", row -> Share.count(row.lengths().cases()))
                        .number("Mean", row -> Share.count(Math.round(row.lengths().mean())))
                        .number("Median", row -> Share.count(row.lengths().median()))
                        .number("90 % at most", row -> Share.count(row.lengths().ninetieth()))
                        .number("Longest", row -> Share.count(row.lengths().longest()));
        table.setRows(
                List.of(
                        new Row(replay ? "Unchanged" : "Right", reasoning.right()),
                        new Row(replay ? "Changed" : "Wrong", reasoning.wrong())));
        add(new Section("How long the reasoning is, in characters", table));
    }

    private Component linked(Component words, CaseFilter filter) {
        return mayRead ? new Anchor(address(filter), words) : words;
    }

    private String address(CaseFilter filter) {
        return filter.address(report.evaluation());
    }
}
