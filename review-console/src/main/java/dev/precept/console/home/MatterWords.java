package dev.precept.console.home;

import dev.precept.contracts.access.Matter;
import dev.precept.contracts.access.Matter.Kind;

/// What waits, in words, and the page where it is mended.
final class MatterWords {

    private MatterWords() {}

    static String what(Kind kind) {
        return switch (kind) {
            case BREAK_GLASS_UNREVIEWED -> "broken glass, waits for a review";
            case ROLLOUT_HALTED -> "rollout halted";
            case ACTIVATION_FAILED -> "scheduled activation failed";
            case REQUEST_DECLINED -> "sent back to you";
            case REQUEST_TO_MERGE -> "must be merged before it goes on";
            case REQUEST_TO_CONCLUDE -> "can be concluded";
        };
    }

    static String target(Matter matter) {
        return switch (matter.kind()) {
            case BREAK_GLASS_UNREVIEWED, ROLLOUT_HALTED, ACTIVATION_FAILED ->
                    "policies/%s/rollout".formatted(matter.slug());
            case REQUEST_DECLINED ->
                    "policies/%s/versions/%d".formatted(matter.slug(), matter.version());
            case REQUEST_TO_MERGE, REQUEST_TO_CONCLUDE -> request(matter.slug(), matter.version());
        };
    }

    static String request(String slug, int version) {
        return "policies/%s/versions/%d/request".formatted(slug, version);
    }

    /// Whether traffic is concerned.
    static boolean grave(Kind kind) {
        return switch (kind) {
            case BREAK_GLASS_UNREVIEWED, ROLLOUT_HALTED, ACTIVATION_FAILED -> true;
            case REQUEST_DECLINED, REQUEST_TO_MERGE, REQUEST_TO_CONCLUDE -> false;
        };
    }
}
