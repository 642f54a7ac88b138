package dev.precept.console.verdict;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import dev.precept.contracts.verdict.Outcome;

/// Outcome, label and rule as small marks. Colour never stands alone: the word is always there.
public final class VerdictBadges {

    private VerdictBadges() {}

    public static String word(Outcome outcome) {
        return switch (outcome) {
            case VIOLATES -> "Violates";
            case SAFE -> "Safe";
            case UNDETERMINED -> "Undetermined";
        };
    }

    public static Badge outcome(Outcome outcome) {
        var badge = new Badge(word(outcome));
        badge.addThemeVariants(
                switch (outcome) {
                    case VIOLATES -> BadgeVariant.ERROR;
                    case SAFE -> BadgeVariant.SUCCESS;
                    case UNDETERMINED -> BadgeVariant.WARNING;
                });
        return badge;
    }

    public static Badge rule(String ruleId) {
        var badge = new Badge(ruleId);
        badge.addClassName("code");
        return badge;
    }

    public static Badge plain(String text) {
        return new Badge(text);
    }
}
