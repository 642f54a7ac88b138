package dev.precept.console.review;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import dev.precept.contracts.review.CaseState;

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
