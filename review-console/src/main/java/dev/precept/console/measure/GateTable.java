package dev.precept.console.measure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.table.DataTable;
import dev.precept.contracts.evaluation.GateResult;
import java.util.List;

/// How a version stands at gates: what is asked, what was measured, and where.
public final class GateTable extends Div {

    private static final long serialVersionUID = 1L;

    /// @param slug of the policy, for the links to runs
    public GateTable(String slug, List<GateResult> results) {
        var table =
                new DataTable<GateResult>("Gates")
                        .column("State", result -> badge(result.status()))
                        .column("Gate", GateTable::name)
                        .number("Asked", result -> GateWords.asked(result.gate()))
                        .number("Measured", GateTable::measured)
                        .rest("Where", result -> where(slug, result));
        table.setRows(results);
        add(table);
    }

    public static Badge badge(GateResult.Status status) {
        return switch (status) {
            case PASSED -> coloured("Passed", BadgeVariant.SUCCESS);
            case FAILED -> coloured("Failed", BadgeVariant.ERROR);
            case NOT_MEASURED -> coloured("Not measured", BadgeVariant.WARNING);
        };
    }

    private static Badge coloured(String text, BadgeVariant variant) {
        var badge = new Badge(text);
        badge.addThemeVariants(variant);
        return badge;
    }

    private static Component name(GateResult result) {
        var name = new Span(GateWords.name(result.gate().kind()));
        name.addClassName("one-line");
        name.setTitle(GateWords.explained(result.gate().kind()));
        return name;
    }

    private static String measured(GateResult result) {
        var measured = result.measured();
        return measured == null ? "—" : GateWords.figure(result.gate().kind(), measured);
    }

    private static Component where(String slug, GateResult result) {
        var cell = new Div();
        cell.addClassName("two-lines");
        var run = result.evaluation();
        if (run != null) {
            cell.add(new Anchor("policies/%s/evaluations/%s".formatted(slug, run), "See the run"));
        }
        if (result.status() == GateResult.Status.NOT_MEASURED) {
            var advice = new Span(result.detail());
            advice.addClassName("muted");
            cell.add(advice);
        }
        return cell;
    }
}
