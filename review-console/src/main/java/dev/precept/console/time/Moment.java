package dev.precept.console.time;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A point in time, to the second and with its zone.
public final class Moment extends Span {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH);

    public Moment(Instant at) {
        super(exact(at, PersonZone.current()));
        addClassName("moment");
    }

    static String exact(Instant at, ZoneId zone) {
        return EXACT.format(at.atZone(zone));
    }

    /// How long something lasts, in the two largest units: `2 h 5 min`.
    public static String span(Duration duration) {
        var seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        if (seconds < 86_400) {
            return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
        }
        return seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
    }

    /// How long ago it was: `5 s ago`.
    public static String ago(Instant at, Instant now) {
        return span(Duration.between(at, now)) + " ago";
    }
}
