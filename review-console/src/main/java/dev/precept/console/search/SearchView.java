package dev.precept.console.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.content.SensitiveLine;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;
import dev.precept.console.verdict.ConfidenceBar;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.intake.ItemApi;
import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.intake.ItemSummary;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.PolicyApi;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Objects;

/// Finds items and verdicts. Paging and counting happen in the registry's database.
@Route("search")
@PageTitle("Search")
@Menu(title = "Search", order = 30, icon = "vaadin:search")
@RolesAllowed({RoleName.REVIEWER, RoleName.REVIEW_LEAD, RoleName.AUDITOR, RoleName.POLICY_AUTHOR})
@StyleSheet("context://precept/review.css")
class SearchView extends Div implements BeforeEnterObserver {

    /// The registry counts no further.
    private static final int COUNTED_TO = 10_000;

    private final transient ItemApi items;
    private final FilterForm filters;
    private final Span count = new Span();
    private final PagedTable<ItemSummary> list;
    private transient ItemSearch shown = ItemSearch.ALL;

    SearchView(ItemApi items, PolicyApi policies) {
        this.items = items;
        addClassName("page");
        filters = new FilterForm(policies.list(), this::search);
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        var empty =
                new EmptyState("Nothing matches", "Take a filter away, or look for fewer words.");
        list =
                new PagedTable<>(
                        table(), cursor -> items.search(shown, cursor, Page.DEFAULT_SIZE), empty);
        add(
                new PageHead("Search", "Every content and what was said of it, newest first."),
                filters,
                count,
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.show(SharedFilters.fromQuery(event.getLocation().getQueryParameters()));
        find();
    }

    private void search() {
        find();
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("search", SharedFilters.toQuery(shown)));
    }

    void find() {
        shown = filters.search();
        list.load();
        var found = items.count(shown);
        count.setText(
                found >= COUNTED_TO
                        ? String.format(Locale.ROOT, "%,d+ rows", COUNTED_TO)
                        : String.format(Locale.ROOT, found == 1 ? "%,d row" : "%,d rows", found));
    }

    private static DataTable<ItemSummary> table() {
        return new DataTable<ItemSummary>("Items and verdicts, newest first")
                .column("Verdict", SearchView::verdict)
                .number("Confidence", SearchView::confidence)
                .rest("Content", row -> new SensitiveLine(row.content()))
                .column("Submitted", SearchView::submitted)
                .column("Actions", SearchView::open);
    }

    private static Component verdict(ItemSummary row) {
        var verdict = row.verdict();
        if (verdict == null) {
            return VerdictBadges.plain("Waiting");
        }
        var marks = new Div(VerdictBadges.outcome(verdict.outcome()));
        marks.addClassName("badges");
        verdict.ruleIds().stream().limit(2).map(VerdictBadges::rule).forEach(marks::add);
        return twoLines(marks, new Span(verdict.policyVersion().toString()));
    }

    private static Component submitted(ItemSummary row) {
        var externalId = new Span(Objects.requireNonNullElse(row.externalId(), ""));
        externalId.setTitle(externalId.getText());
        return twoLines(new Moment(row.submittedAt()), externalId);
    }

    private static Component open(ItemSummary row) {
        var link = new Anchor("items/" + row.id(), "Open");
        link.setAriaLabel(
                "Open item " + Objects.requireNonNullElse(row.externalId(), row.id().toString()));
        return link;
    }

    private static Component twoLines(Component first, Span second) {
        second.addClassNames("muted", "cut");
        var cell = new Div(first, second);
        cell.addClassName("two-lines");
        return cell;
    }

    private static String confidence(ItemSummary row) {
        var verdict = row.verdict();
        return verdict == null ? "—" : ConfidenceBar.figure(verdict.confidence());
    }
}
