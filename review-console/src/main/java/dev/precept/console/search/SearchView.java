package dev.precept.console.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
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
        var empty = new Paragraph("Nothing matches. Take a filter away, or look for fewer words.");
        empty.addClassName("empty");
        list =
                new PagedTable<>(
                        table(), cursor -> items.search(shown, cursor, Page.DEFAULT_SIZE), empty);
        add(new H1("Search"), filters, count, list);
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
                .column("Verdict", SearchView::outcome)
                .column("Content", row -> new SensitiveLine(row.content()))
                .column("Rules", SearchView::rules)
                .text("Confidence", SearchView::confidence)
                .text("Policy", SearchView::policy)
                .text("External id", row -> Objects.requireNonNullElse(row.externalId(), "—"))
                .column("Submitted", row -> new Moment(row.submittedAt()))
                .column("Actions", row -> new Anchor("items/" + row.id(), "Open"));
    }

    private static Component outcome(ItemSummary row) {
        var verdict = row.verdict();
        return verdict == null
                ? VerdictBadges.plain("Waiting")
                : VerdictBadges.outcome(verdict.outcome());
    }

    private static Component rules(ItemSummary row) {
        var verdict = row.verdict();
        var rules = new Div();
        rules.addClassName("badges");
        if (verdict == null || verdict.ruleIds().isEmpty()) {
            rules.setText("—");
        } else {
            verdict.ruleIds().stream().limit(3).map(VerdictBadges::rule).forEach(rules::add);
        }
        return rules;
    }

    private static String confidence(ItemSummary row) {
        var verdict = row.verdict();
        return verdict == null ? "—" : ConfidenceBar.figure(verdict.confidence());
    }

    private static String policy(ItemSummary row) {
        var verdict = row.verdict();
        return verdict == null ? "—" : verdict.policyVersion().toString();
    }
}
