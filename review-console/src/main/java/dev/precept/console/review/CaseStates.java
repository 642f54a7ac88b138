package dev.precept.console.review;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import dev.precept.contracts.review.CaseState;
import dev.precept.contracts.review.ReviewCase;

/// The state of a case as a mark.
final class CaseStates {

    private CaseStates() {}

    static String word(CaseState state) {
        return switch (state) {
            case OPEN -> "Open";
            case CLAIMED -> "Claimed";
            case ESCALATED -> "Escalated";
            case DECIDED -> "Decided";
        };
    }

    /// Whether nobody holds the case and this person did not escalate it; whether the person is a
    /// lead is asked elsewhere.
    static boolean claimableBy(String person, ReviewCase each) {
        var decision = each.decision();
        return switch (each.state()) {
            case OPEN -> true;
            case ESCALATED -> decision == null || !decision.decidedBy().equals(person);
            case CLAIMED, DECIDED -> false;
        };
    }

    static Badge badge(CaseState state) {
        var badge = new Badge(word(state));
        switch (state) {
            case OPEN -> badge.addThemeVariants(BadgeVariant.WARNING);
            case ESCALATED -> badge.addThemeVariants(BadgeVariant.ERROR);
            case DECIDED -> badge.addThemeVariants(BadgeVariant.SUCCESS);
            case CLAIMED -> {}
        }
        return badge;
    }
}
