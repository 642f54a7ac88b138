package dev.precept.console.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.rights.Person;
import dev.precept.console.rights.Rights;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.PageHead;
import dev.precept.console.verdict.ConfidenceBar;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.review.CaseApi;
import dev.precept.contracts.review.CaseState;
import dev.precept.contracts.review.ReviewCase;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/// All cases, for those who look after the queue: filtered by state and policy, newest first.
@Route("cases")
@PageTitle("Cases")
@Menu(title = "Cases", order = 25, icon = "vaadin:records")
@RolesAllowed({RoleName.REVIEW_LEAD, RoleName.AUDITOR})
@StyleSheet("context://precept/review.css")
class CaseListView extends Div {

    private final Select<CaseState> state = new Select<>();
    private final Select<Policy> policy = new Select<>();
    private final PagedTable<ReviewCase> list;
    private final boolean mayClaim;
    private final transient Person person;

    CaseListView(CaseApi cases, PolicyApi policies, Rights rights, Person person) {
        this.person = person;
        addClassName("page");
        mayClaim = rights.hold(RoleName.REVIEW_LEAD);
        state.setLabel("State");
        state.setItems(CaseState.values());
        state.setItemLabelGenerator(each -> each == null ? "Any state" : CaseStates.word(each));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption("Any state");
        policy.setLabel("Policy");
        policy.setItems(policies.list());
        policy.setItemLabelGenerator(each -> each == null ? "All policies" : each.name());
        policy.setEmptySelectionAllowed(true);
        policy.setEmptySelectionCaption("All policies");
        var empty = new EmptyState("No case matches", "Choose another state or policy.");
        list =
                new PagedTable<>(
                        table(),
                        cursor -> cases.list(state.getValue(), slug(policy.getValue()), cursor),
                        empty);
        state.addValueChangeListener(_ -> list.load());
        policy.addValueChangeListener(_ -> list.load());
        var filters = new Div(state, policy);
        filters.addClassName("filters");
        add(
                new PageHead(
                        "Cases", "Verdicts that a person must look at, and what became of them."),
                filters,
                list);
        list.load();
    }

    private DataTable<ReviewCase> table() {
        return new DataTable<ReviewCase>("Cases")
                .column("State", each -> CaseStates.badge(each.state()))
                .column("Verdict", each -> VerdictBadges.outcome(each.verdict().outcome()))
                .number("Confidence", each -> ConfidenceBar.figure(each.verdict().confidence()))
                .text("Policy", each -> each.verdict().policyVersion().toString())
                .text("Why", each -> CasePanel.word(each.reason()))
                .column("Opened", each -> new Moment(each.openedAt()))
                .column("With", CaseListView::holder)
                .column("Actions", this::actions);
    }

    private static Component holder(ReviewCase each) {
        var decision = each.decision();
        if (decision != null) {
            return new Span(decision.decidedBy());
        }
        var holder = each.claimedBy();
        return new Span(holder == null ? "—" : holder);
    }

    private Component actions(ReviewCase each) {
        var actions = new Div(link("cases/" + each.id(), "Open", each));
        actions.addClassName("row-actions");
        if (mayClaim && CaseStates.claimableBy(person.name(), each)) {
            actions.add(link("review/" + each.id(), "Claim", each));
        }
        return actions;
    }

    private static Anchor link(String target, String text, ReviewCase each) {
        var link = new Anchor(target, text);
        link.setAriaLabel(
                text + " the case on " + each.verdict().policyVersion() + " " + each.id());
        return link;
    }

    private static @Nullable String slug(@Nullable Policy policy) {
        return policy == null ? null : policy.slug();
    }
}
