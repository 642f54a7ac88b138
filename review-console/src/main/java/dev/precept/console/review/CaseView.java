package dev.precept.console.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.precept.console.rights.Person;
import dev.precept.console.rights.Rights;
import dev.precept.console.table.DataTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.PageHead;
import dev.precept.console.ui.Section;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.ledger.LedgerApi;
import dev.precept.contracts.ledger.LedgerEntry;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.review.CaseApi;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.CaseState;
import dev.precept.contracts.review.Decision;
import dev.precept.contracts.review.DecisionKind;
import dev.precept.contracts.review.ReviewCase;
import jakarta.annotation.security.RolesAllowed;

/// One case to read: what was decided and why, and everything that happened to it.
@Route("cases/:caseId")
@PageTitle("Case")
@RolesAllowed({RoleName.REVIEWER, RoleName.REVIEW_LEAD, RoleName.AUDITOR})
@StyleSheet("context://precept/review.css")
class CaseView extends Div implements BeforeEnterObserver {

    private final transient CaseApi cases;
    private final transient PolicyApi policies;
    private final transient LedgerApi ledger;
    private final transient Rights rights;
    private final transient Person person;

    CaseView(CaseApi cases, PolicyApi policies, LedgerApi ledger, Rights rights, Person person) {
        this.cases = cases;
        this.policies = policies;
        this.ledger = ledger;
        this.rights = rights;
        this.person = person;
        addClassNames("page", "page-wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = caseId(event.getRouteParameters().get("caseId").orElse(""));
        var detail = cases.get(id);
        var reviewCase = detail.reviewCase();
        var bundle = policies.bundle(reviewCase.verdict().policyVersion().sha256());
        removeAll();
        add(head(reviewCase));
        var decision = reviewCase.decision();
        if (decision != null) {
            add(decided(decision));
        }
        add(new CasePanel(reviewCase, detail.content(), bundle, ""));
        if (rights.holdAny(RoleName.REVIEW_LEAD, RoleName.AUDITOR)) {
            add(history(reviewCase.id()));
        }
    }

    private static CaseId caseId(String text) {
        try {
            return CaseId.of(text);
        } catch (IllegalArgumentException noUuid) {
            throw new NotFoundException();
        }
    }

    private Component head(ReviewCase reviewCase) {
        var marks = new Div(CaseStates.badge(reviewCase.state()));
        marks.addClassName("badges");
        var holder = reviewCase.claimedBy();
        if (reviewCase.state() == CaseState.CLAIMED && holder != null) {
            marks.add(new Span("in the hands of " + holder));
        }
        if (mayClaim(reviewCase)) {
            marks.add(new Anchor("review/" + reviewCase.id(), "Claim this case"));
        }
        var head =
                new PageHead("Case", "A verdict on " + reviewCase.verdict().policyVersion(), marks);
        return rights.holdAny(RoleName.REVIEW_LEAD, RoleName.AUDITOR)
                ? head.under("cases", "Cases")
                : head;
    }

    private boolean mayClaim(ReviewCase reviewCase) {
        var enough =
                reviewCase.state() == CaseState.ESCALATED
                        ? rights.hold(RoleName.REVIEW_LEAD)
                        : rights.holdAny(RoleName.REVIEWER, RoleName.REVIEW_LEAD);
        return enough && CaseStates.claimableBy(person.name(), reviewCase);
    }

    private static Component decided(Decision decision) {
        var line = new Div(new Span(word(decision.kind())));
        line.addClassName("decision-line");
        var outcome = decision.outcome();
        if (outcome != null) {
            line.add(VerdictBadges.outcome(outcome));
        }
        decision.ruleIds().forEach(rule -> line.add(VerdictBadges.rule(rule)));
        line.add(new Span("by " + decision.decidedBy()), new Moment(decision.decidedAt()));
        if (decision.addedToGoldenSet()) {
            line.add(VerdictBadges.plain("In the golden set"));
        }
        var box = new Div(line);
        box.addClassName("decision");
        if (!decision.reason().isBlank()) {
            box.add(new Paragraph(decision.reason()));
        }
        return box;
    }

    private Component history(CaseId id) {
        var table =
                new DataTable<LedgerEntry>("History of the case")
                        .column("When", entry -> new Moment(entry.at()))
                        .text("Who", LedgerEntry::actor)
                        .text("What", LedgerEntry::type);
        table.setRows(ledger.list("case:" + id, null, null, null).items());
        return new Section("History", table);
    }

    private static String word(DecisionKind kind) {
        return switch (kind) {
            case UPHOLD -> "Upheld";
            case OVERTURN -> "Overturned";
            case ESCALATE -> "Escalated";
        };
    }
}
