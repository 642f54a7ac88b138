package dev.precept.console.rollouts;

import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.Share;
import dev.precept.contracts.evaluation.Interval;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutEvent.Action;
import java.util.Locale;

/// Rollouts in words.
final class RolloutWords {

    private RolloutWords() {}

    static String kind(Kind kind) {
        return switch (kind) {
            case CANARY -> "Canary";
            case SHADOW -> "Shadow";
        };
    }

    static String title(Rollout rollout) {
        return "%s of version %d".formatted(kind(rollout.kind()), rollout.candidate());
    }

    static String differences(Rollout rollout) {
        return "Where version %d says something else".formatted(rollout.candidate());
    }

    /// What the share of such a rollout is preceded by.
    static String at(State state) {
        return switch (state) {
            case RUNNING -> "Now";
            case HALTED -> "Halted at";
            case PROMOTED, ABORTED, ENDED -> "Ended at";
        };
    }

    static String state(State state) {
        return switch (state) {
            case RUNNING -> "Running";
            case HALTED -> "Halted";
            case PROMOTED -> "Promoted";
            case ABORTED -> "Aborted";
            case ENDED -> "Ended";
        };
    }

    static String action(Action action) {
        return switch (action) {
            case STARTED -> "Started";
            case STEPPED -> "Stepped";
            case HALTED -> "Halted";
            case RESUMED -> "Resumed";
            case PROMOTED -> "Promoted";
            case ABORTED -> "Aborted";
            case ROLLED_BACK -> "Ended by a rollback";
            case SUPERSEDED -> "Ended by a move of the alias";
        };
    }

    static Span badge(State state) {
        var badge = new Span(state(state));
        badge.addClassNames("rollout-state", "rollout-" + state.name().toLowerCase(Locale.ROOT));
        return badge;
    }

    /// For example `2.5 % of 80`; a dash where nothing was seen.
    static String rate(Interval rate) {
        return rate.of() == 0 ? "—" : Share.percent(rate.value()) + " of " + Share.count(rate.of());
    }
}
