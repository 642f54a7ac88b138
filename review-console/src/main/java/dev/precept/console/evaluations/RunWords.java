package dev.precept.console.evaluations;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import dev.precept.console.measure.Share;
import dev.precept.console.time.PersonZone;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Runs in words, and where they are shown.
final class RunWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private RunWords() {}

    static String address(String slug, EvaluationId id) {
        return "policies/%s/evaluations/%s".formatted(slug, id);
    }

    /// For example `Version 4 on golden set 2`.
    static String title(Evaluation run) {
        return "Version %d on %s".formatted(run.policyVersion().number(), source(run.source()));
    }

    static String source(EvaluationSource source) {
        return source(source, PersonZone.current());
    }

    static String source(EvaluationSource source, ZoneId zone) {
        return switch (source) {
            case EvaluationSource.Golden golden -> "golden set " + golden.number();
            case EvaluationSource.Replay replay -> {
                var since = replay.since();
                var count = Share.count(replay.count()) + " past items";
                yield since == null ? count : count + " since " + DAY.format(since.atZone(zone));
            }
        };
    }

    static boolean isReplay(Evaluation run) {
        return run.source() instanceof EvaluationSource.Replay;
    }

    static boolean isOver(Evaluation run) {
        return switch (run.state()) {
            case PREPARING, RUNNING -> false;
            case COMPLETED, CANCELLED -> true;
        };
    }

    static Badge state(Evaluation.State state) {
        return switch (state) {
            case PREPARING -> coloured("Preparing", BadgeVariant.WARNING);
            case RUNNING -> coloured("Running", BadgeVariant.WARNING);
            case COMPLETED -> coloured("Complete", BadgeVariant.SUCCESS);
            case CANCELLED -> new Badge("Cancelled");
        };
    }

    private static Badge coloured(String text, BadgeVariant variant) {
        var badge = new Badge(text);
        badge.addThemeVariants(variant);
        return badge;
    }
}
