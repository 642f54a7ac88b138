package dev.precept.console.policies;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import dev.precept.contracts.policy.PolicyVersionStatus;

/// The state of a version in a word.
final class StatusBadge {

    private StatusBadge() {}

    static Badge of(PolicyVersionStatus status) {
        return switch (status) {
            case DRAFT -> new Badge("Draft");
            case IN_REVIEW -> coloured("In review", BadgeVariant.WARNING);
            case APPROVED -> coloured("Approved", BadgeVariant.SUCCESS);
            case RETIRED -> new Badge("Retired");
            case CLOSED -> new Badge("Closed");
        };
    }

    static Badge alias(String alias) {
        return coloured(alias, BadgeVariant.SUCCESS, BadgeVariant.FILLED);
    }

    private static Badge coloured(String text, BadgeVariant... variants) {
        var badge = new Badge(text);
        badge.addThemeVariants(variants);
        return badge;
    }
}
