package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.content.SensitiveLine;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenSetApi;

/// The contents that the policy must get right, newest first.
class GoldenSetPanel extends Div {

    private static final long serialVersionUID = 1L;

    GoldenSetPanel(GoldenSetApi goldenSets, String slug) {
        var table =
                new DataTable<GoldenCase>("Golden set of " + slug)
                        .column("Expected", GoldenSetPanel::expected)
                        .rest("Content", GoldenSetPanel::content)
                        .column("Added", GoldenSetPanel::added);
        var paged =
                new PagedTable<>(
                        table,
                        cursor -> goldenSets.list(slug, cursor),
                        new EmptyState(
                                "No golden case yet",
                                "An overturned case can be added from the review screen; files come"
                                        + " in through the API."));
        paged.load();
        add(paged);
    }

    private static Component expected(GoldenCase golden) {
        var expected = golden.expected();
        var cell = new Div(VerdictBadges.outcome(expected.outcome()));
        cell.addClassName("badges");
        if (expected.ruleId() != null) {
            cell.add(VerdictBadges.rule(expected.ruleId()));
        }
        return cell;
    }

    private static Component content(GoldenCase golden) {
        var cell = new Div(new SensitiveLine(golden.content()));
        cell.addClassName("two-lines");
        var note = golden.note();
        if (note != null && !note.isBlank()) {
            cell.add(muted(note));
        }
        return cell;
    }

    private static Component added(GoldenCase golden) {
        var source = muted(golden.source() + " · " + golden.addedBy());
        source.addClassName("cut");
        source.setTitle(source.getText());
        var cell = new Div(new Moment(golden.addedAt()), source);
        cell.addClassName("two-lines");
        return cell;
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
