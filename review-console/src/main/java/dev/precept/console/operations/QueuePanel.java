package dev.precept.console.operations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.time.Moment;
import dev.precept.console.time.PersonZone;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.QueueStatus;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// The queue now, in figures, and over the last half hour, in charts.
final class QueuePanel extends Div {

    /// Half an hour, one sample every five seconds.
    private static final int SAMPLES = 360;

    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Deque<QueueStatus> samples = new ArrayDeque<>();
    private final Figure waiting = new Figure("Waiting");
    private final Figure running = new Figure("Being classified");
    private final Figure rate = new Figure("Done per second");
    private final Figure oldest = new Figure("Oldest waits");
    private final Figure dead = new Figure("Given up");
    private final LiveChart depth = new LiveChart("Waiting jobs");
    private final LiveChart drain = new LiveChart("Jobs done per second");

    QueuePanel(Collection<QueueStatus> history) {
        samples.addAll(history);
        var figures = new Div(waiting, running, rate, oldest, dead);
        figures.addClassName("figures");
        var charts = new Div(depth, drain);
        charts.addClassName("charts");
        add(figures, charts);
    }

    void add(QueueStatus now) {
        samples.addLast(now);
        while (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
        show(now);
    }

    private void show(QueueStatus now) {
        waiting.show(String.format(Locale.ROOT, "%,d", queued(now)));
        running.show(String.format(Locale.ROOT, "%,d", now.leased()));
        rate.show(String.format(Locale.ROOT, "%,.1f", now.drainPerSecond()));
        var age = Duration.ofMillis(Math.round(now.oldestSeconds() * 1000));
        oldest.show(queued(now) == 0 ? "—" : Moment.span(age));
        dead.show(String.format(Locale.ROOT, "%,d", now.dead()));
        dead.setClassName("alarming", now.dead() > 0);
        draw(now);
    }

    private void draw(QueueStatus now) {
        var zone = PersonZone.current();
        var labels = samples.stream().map(each -> LABEL.format(each.at().atZone(zone))).toList();
        depth.show(
                labels,
                List.of(
                        lane("Interactive", Lane.INTERACTIVE),
                        lane("Bulk", Lane.BULK),
                        lane("Evaluations", Lane.EVALUATION)),
                String.format(
                        Locale.ROOT,
                        "%,d jobs wait now; at most %,d did in the time shown.",
                        queued(now),
                        samples.stream().mapToInt(QueuePanel::queued).max().orElse(0)));
        drain.show(
                labels,
                List.of(
                        new LiveChart.Series(
                                "Done per second",
                                samples.stream().map(QueueStatus::drainPerSecond).toList())),
                String.format(
                        Locale.ROOT,
                        "%,.1f jobs per second are done now; at best %,.1f in the time shown.",
                        now.drainPerSecond(),
                        samples.stream().mapToDouble(QueueStatus::drainPerSecond).max().orElse(0)));
    }

    private LiveChart.Series lane(String name, Lane lane) {
        return new LiveChart.Series(
                name, samples.stream().map(each -> each.queued().getOrDefault(lane, 0)).toList());
    }

    private static int queued(QueueStatus status) {
        return status.queued().values().stream().mapToInt(Integer::intValue).sum();
    }

    /// A figure with its name.
    private static final class Figure extends Div {

        private final Span value = new Span("—");

        Figure(String name) {
            addClassName("figure");
            value.addClassName("figure-value");
            var label = new Span(name);
            label.addClassName("figure-name");
            add(label, value);
        }

        void show(String text) {
            value.setText(text);
        }
    }
}
