package dev.precept.console.evaluations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.Share;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationCase;
import dev.precept.contracts.evaluation.EvaluationCaseApi;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.paging.Page;
import org.jspecify.annotations.Nullable;

/// The cases of a run, page by page; each opens its content and its verdict.
final class CaseList extends Div {

    private static final long serialVersionUID = 1L;

    private final transient EvaluationCaseApi cases;
    private final transient EvaluationId run;
    private final boolean replay;
    private final PagedTable<EvaluationCase> list;
    private transient CaseFilter filter = CaseFilter.ALL;

    CaseList(EvaluationCaseApi cases, Evaluation run) {
        this.cases = cases;
        this.run = run.id();
        this.replay = RunWords.isReplay(run);
        list =
                new PagedTable<>(
                        table(),
                        this::fetch,
                        new EmptyState("No such case", "Choose something else above."));
        add(list);
    }

    void show(CaseFilter wanted) {
        filter = wanted;
        list.load();
    }

    private Page<EvaluationCase> fetch(@Nullable String cursor) {
        return cases.list(
                run,
                filter.expected(),
                filter.actual(),
                filter.result(),
                filter.guarded(),
                filter.rule(),
                filter.language(),
                cursor);
    }

    private DataTable<EvaluationCase> table() {
        return new DataTable<EvaluationCase>("Cases of the run")
                .number("Case", each -> Share.count(each.position()))
                .column(replay ? "Was → is" : "Expected → said", CaseList::way)
                .column("Result", this::result)
                .column("Rules", CaseList::rules)
                .rest("Content", each -> CaseWords.content(each.content(), each.guarded()))
                .column("Rationale", each -> CaseWords.open(each.position(), () -> open(each)));
    }

    private static Component way(EvaluationCase each) {
        var verdict = each.verdict();
        return verdict == null
                ? new Div(VerdictBadges.outcome(each.expected().outcome()))
                : CaseWords.way(each.expected().outcome(), verdict.outcome());
    }

    private Component result(EvaluationCase each) {
        var result = new Span(CaseWords.result(each.result(), replay));
        result.addClassName("one-line");
        return result;
    }

    /// What the run cites.
    private static Component rules(EvaluationCase each) {
        var rules = new Div();
        rules.addClassName("badges");
        var verdict = each.verdict();
        if (verdict != null) {
            verdict.ruleIds().forEach(rule -> rules.add(VerdictBadges.rule(rule)));
        }
        return rules;
    }

    private void open(EvaluationCase each) {
        new RowDialog<>(list, new CaseDetail(replay), each).open();
    }
}
