package dev.precept.console.golden;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.content.SensitiveLine;
import dev.precept.console.table.DataTable;
import dev.precept.console.time.Moment;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.Replacement;
import org.jspecify.annotations.Nullable;

/// How golden cases stand in a table.
final class CaseTable {

    private CaseTable() {}

    static DataTable<GoldenCase> of(String slug) {
        return new DataTable<GoldenCase>("Golden set of " + slug)
                .column("Expected", CaseTable::expected)
                .rest("Content", CaseTable::content)
                .column("Added", CaseTable::added);
    }

    private static Component expected(GoldenCase golden) {
        var expected = golden.expected();
        var cell = new Div(VerdictBadges.outcome(expected.outcome()));
        cell.addClassName("badges");
        if (expected.ruleId() != null) {
            cell.add(rule(expected.ruleId(), golden.replaced()));
        }
        if (golden.guarded()) {
            var mark = VerdictBadges.plain("Protected");
            mark.getElement().setAttribute("title", "A gate can hold back what judges it wrong");
            cell.add(mark);
        }
        return cell;
    }

    /// A rule that versions have replaced stands with the one that is held against the case now.
    private static Component rule(String id, @Nullable Replacement replaced) {
        if (replaced == null) {
            return VerdictBadges.rule(id);
        }
        var badge = VerdictBadges.rule(ReplacedRule.badge(replaced));
        badge.getElement().setAttribute("title", ReplacedRule.sentence(replaced));
        return badge;
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
