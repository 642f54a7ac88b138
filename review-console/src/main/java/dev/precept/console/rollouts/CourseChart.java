package dev.precept.console.rollouts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.Share;
import dev.precept.console.time.PersonZone;
import dev.precept.contracts.rollout.RolloutLimits;
import dev.precept.contracts.rollout.RolloutPoint;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/// One rate over time as bars, against its limit; what it shows is also said in words.
final class CourseChart extends Div {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private CourseChart(
            String name,
            List<RolloutPoint> points,
            ToIntFunction<RolloutPoint> hits,
            ToIntFunction<RolloutPoint> of,
            double limit) {
        addClassName("course");
        double most = points.stream().mapToDouble(each -> rate(each, hits, of)).max().orElse(0);
        double top = Math.max(Math.max(most, limit) * 1.2, 0.01);
        var bars = new Div();
        bars.addClassName("course-bars");
        bars.getElement().setAttribute("role", "img");
        bars.getElement()
                .setAttribute(
                        "aria-label",
                        "%s over time: at most %s; the limit is %s"
                                .formatted(name, Share.percent(most), Share.percent(limit)));
        bars.getStyle().set("--limit", number(limit / top));
        for (var point : points) {
            var bar = new Span();
            double rate = rate(point, hits, of);
            bar.addClassName(rate > limit ? "course-over" : "course-under");
            bar.getStyle().set("--height", number(rate / top));
            bar.setTitle(
                    "%s: %d of %d"
                            .formatted(
                                    LABEL.format(point.from().atZone(PersonZone.current())),
                                    hits.applyAsInt(point),
                                    of.applyAsInt(point)));
            bars.add(bar);
        }
        var title = new Span(name);
        title.addClassName("course-name");
        var words =
                new Span(
                        "at most %s; limit %s"
                                .formatted(Share.percent(most), Share.percent(limit)));
        words.addClassName("muted");
        add(title, bars, words);
    }

    static CourseChart disagreement(List<RolloutPoint> points, RolloutLimits limits) {
        return new CourseChart(
                "Disagreement",
                points,
                RolloutPoint::disagreed,
                RolloutPoint::compared,
                limits.disagreement());
    }

    static CourseChart undetermined(List<RolloutPoint> points, RolloutLimits limits) {
        return new CourseChart(
                "Undetermined",
                points,
                RolloutPoint::undetermined,
                RolloutPoint::judged,
                limits.undetermined());
    }

    private static double rate(
            RolloutPoint point, ToIntFunction<RolloutPoint> hits, ToIntFunction<RolloutPoint> of) {
        int all = of.applyAsInt(point);
        return all == 0 ? 0 : (double) hits.applyAsInt(point) / all;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
