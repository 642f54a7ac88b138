package dev.precept.console.verdict;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.contracts.verdict.Confidence;
import java.util.Locale;

/// How sure the engine is, as a bar, a figure and the source of the figure.
public final class ConfidenceBar extends Div {

    public ConfidenceBar(Confidence confidence) {
        addClassName("confidence");
        if (confidence.source() == Confidence.Source.NONE) {
            add(new Span("The engine gives no confidence"));
            return;
        }
        var fill = new Div();
        fill.addClassName("confidence-fill");
        fill.setWidth(Math.round(confidence.value() * 100) + "%");
        var track = new Div(fill);
        track.addClassName("confidence-track");
        track.getElement().setAttribute("aria-hidden", "true");
        var figure = new Span("Confidence " + figure(confidence));
        figure.addClassName("confidence-figure");
        var source = new Span(source(confidence.source()));
        source.addClassName("confidence-source");
        add(track, figure, source);
    }

    /// Two decimals, for example `0.57`.
    public static String figure(Confidence confidence) {
        return String.format(Locale.ROOT, "%.2f", confidence.value());
    }

    private static String source(Confidence.Source source) {
        return switch (source) {
            case SIMILARITY_MARGIN -> "from the margin between violating and allowed clauses";
            case LABEL_LOGITS -> "the probability of the label";
            case STATED -> "the model's own statement";
            case NONE -> "no source";
        };
    }
}
