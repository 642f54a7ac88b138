package dev.precept.console.measure;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.contracts.evaluation.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Shares one below the other on one scale from 0 to 100 %, each as a point with whiskers over its
/// interval. What is drawn is also said in figures.
@StyleSheet("context://precept/measure.css")
public final class IntervalPlot extends Div {

    private static final long serialVersionUID = 1L;
    private static final int[] SCALE = {0, 25, 50, 75, 100};

    /// Which of two series a share belongs to.
    public enum Series {
        /// Drawn in full.
        NOW,
        /// Drawn more quietly, to be compared with.
        BEFORE
    }

    private final Div axis = axis();

    public IntervalPlot() {
        addClassName("plot");
        add(axis);
    }

    public IntervalPlot share(String name, Interval share) {
        return share(name, share, Series.NOW, null);
    }

    /// @param limit that a gate asks for, marked on the scale
    public IntervalPlot share(String name, Interval share, Series series, @Nullable Double limit) {
        var label = new Span(name);
        label.addClassName("plot-name");
        var value = new Span(share.of() == 0 ? "—" : Share.percent(share.value()));
        value.addClassName("plot-value");
        var range = new Span(range(share, limit));
        range.addClassNames("plot-range", "muted");
        var figures = new Div(value, range);
        figures.addClassName("plot-figures");
        var row = new Div(label, lane(share, limit), figures);
        row.addClassNames("plot-row", "plot-" + series.name().toLowerCase(Locale.ROOT));
        addComponentAtIndex(getComponentCount() - 1, row);
        return this;
    }

    private static String range(Interval share, @Nullable Double limit) {
        var measured =
                share.of() == 0
                        ? "no case to measure it on"
                        : "%s on %s".formatted(Share.range(share), Share.count(share.of()));
        return limit == null ? measured : measured + ", gate " + Share.percent(limit);
    }

    private static Div lane(Interval share, @Nullable Double limit) {
        var lane = new Div();
        lane.addClassName("plot-lane");
        lane.getElement().setAttribute("aria-hidden", "true");
        for (int at : SCALE) {
            lane.add(mark("plot-grid", at / 100.0));
        }
        if (limit != null) {
            lane.add(mark("plot-limit", limit));
        }
        if (share.of() > 0) {
            var whisker = mark("plot-whisker", share.low());
            whisker.getStyle().setWidth(percent(share.high() - share.low()));
            lane.add(whisker, mark("plot-dot", share.value()));
        }
        return lane;
    }

    private static Div axis() {
        var lane = new Div();
        lane.addClassName("plot-scale");
        for (int at : SCALE) {
            var tick = new Span(at + " %");
            tick.getStyle().setLeft(at + "%");
            lane.add(tick);
        }
        var axis = new Div(new Span(), lane, new Span());
        axis.addClassNames("plot-row", "plot-axis");
        axis.getElement().setAttribute("aria-hidden", "true");
        return axis;
    }

    private static Div mark(String className, double at) {
        var mark = new Div();
        mark.addClassName(className);
        mark.getStyle().setLeft(percent(at));
        return mark;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
