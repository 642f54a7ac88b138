package dev.precept.console.rollouts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.Section;
import dev.precept.contracts.rollout.BreakGlass;

/// Every time that a version went past closed gates, how that ended, and what its review said. Not
/// shown where that never happened.
final class GlassList extends Div {

    private static final long serialVersionUID = 1L;

    GlassList(Desk desk, PolicyPage page) {
        var table =
                new DataTable<BreakGlass>("Broken glass")
                        .column("When", each -> new Moment(each.brokenAt()))
                        .column("Way", GlassList::way)
                        .text("Who", BreakGlass::brokenBy)
                        .text("Stands", GlassList::stands)
                        .rest("Why, and what the review said", GlassList::words);
        var paged =
                new PagedTable<>(
                        table,
                        cursor -> desk.glasses().list(page.slug(), cursor),
                        new EmptyState(
                                "Nothing went past the gates",
                                "In an emergency an activator can break the glass."));
        paged.load();
        add(new Section("Past closed gates", paged));
        setVisible(!paged.rows().isEmpty());
    }

    private static Component way(BreakGlass each) {
        var way = new Span("%s: %d → %d".formatted(each.alias(), each.from(), each.to()));
        way.addClassName("one-line");
        return way;
    }

    private static String stands(BreakGlass each) {
        var end = each.end();
        if (end == null) {
            return "Open";
        }
        return switch (end) {
            case ACCEPTED -> "Accepted";
            case REJECTED -> "Rejected";
            case EXPIRED -> "Expired";
            case LEFT -> "Alias moved on";
        };
    }

    private static Component words(BreakGlass each) {
        var cell = new Div(line(each.reason()), line(review(each)));
        cell.addClassName("two-lines");
        return cell;
    }

    private static String review(BreakGlass each) {
        var review = each.review();
        return review == null
                ? "A review is owed."
                : "%s by %s: %s"
                        .formatted(
                                review.accepted() ? "Accepted" : "Rejected",
                                review.by(),
                                review.note());
    }

    private static Span line(String text) {
        var line = new Span(text);
        line.addClassName("wrap");
        return line;
    }
}
