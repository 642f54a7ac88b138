package dev.precept.console.measure;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.contracts.evaluation.Interval;
import java.util.Locale;

/// A share between 0 and 1, drawn with the interval that it probably lies in, and said in words.
@StyleSheet("context://precept/measure.css")
public final class IntervalBar extends Div {

    private static final long serialVersionUID = 1L;

    public IntervalBar(Interval share) {
        addClassName("interval");
        if (share.of() == 0) {
            var none = new Span("—");
            none.setTitle("No case to measure it on");
            add(none);
            return;
        }
        var value = new Span(Share.percent(share.value()));
        value.addClassName("interval-value");
        var range = new Span(Share.range(share));
        range.addClassNames("interval-range", "muted");
        range.setTitle("95 % interval, on " + Share.count(share.of()) + " cases");
        add(value, drawn(share), range);
    }

    private static Div drawn(Interval share) {
        var span = new Div();
        span.addClassName("interval-span");
        place(span, share.low());
        span.getStyle().setWidth(percent(share.high() - share.low()));
        var dot = new Div();
        dot.addClassName("interval-dot");
        place(dot, share.value());
        var track = new Div(span, dot);
        track.addClassName("interval-track");
        track.getElement().setAttribute("aria-hidden", "true");
        return track;
    }

    private static void place(Div mark, double at) {
        mark.getStyle().setLeft(percent(at));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
