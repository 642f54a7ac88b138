package dev.precept.console.evaluations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.IntervalPlot;
import dev.precept.console.measure.IntervalPlot.Series;
import dev.precept.console.measure.Share;
import dev.precept.contracts.evaluation.Comparison;
import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.Interval;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/// What changed between two runs in figures, and McNemar's test in words.
final class ComparedFigures extends Div {

    private static final long serialVersionUID = 1L;

    ComparedFigures(
            RunPair pair, Comparison comparison, EvaluationReport before, EvaluationReport now) {
        addClassName("page-body");
        var figures =
                new Div(
                        figure("Cases in both runs", comparison.shared()),
                        figure("Flipped", comparison.flips()),
                        figure(
                                pair.replay() ? "Now as at the time" : "Mended",
                                comparison.mended()),
                        figure(
                                pair.replay() ? "Now differ from the time" : "Broken",
                                comparison.broken()));
        figures.addClassName("figures");
        var test =
                new Paragraph(
                        FlipWords.significance(comparison, pair.beforeName(), pair.nowName()));
        test.addClassName("significance");
        test.getElement()
                .setAttribute("title", "McNemar's exact test on the mended and broken cases");
        add(figures, test);
        warnings(pair, before, now).forEach(this::add);
        add(plot(pair, before, now));
    }

    private static List<Paragraph> warnings(
            RunPair pair, EvaluationReport before, EvaluationReport now) {
        var warnings = new ArrayList<Paragraph>();
        if (!pair.sameSource()) {
            warnings.add(
                    warning(
                            "One ran on %s, the other on %s: flips are of the cases that both judged, the intervals of all cases of each."
                                    .formatted(
                                            RunWords.source(pair.now().source()),
                                            RunWords.source(pair.before().source()))));
        }
        if (!new HashSet<>(before.models()).equals(new HashSet<>(now.models()))) {
            warnings.add(
                    warning(
                            "Different models answered, so a flip may be the model's and not the policy's."));
        }
        return warnings;
    }

    private static Paragraph warning(String text) {
        var warning = new Paragraph(text);
        warning.addClassName("verdict-warning");
        return warning;
    }

    private static IntervalPlot plot(RunPair pair, EvaluationReport before, EvaluationReport now) {
        var plot = new IntervalPlot();
        plot.addClassNames("card", "compared-plot");
        both(
                plot,
                pair.replay() ? "Unchanged" : "Accuracy",
                before,
                now,
                EvaluationReport::accuracy);
        both(plot, "Precision", before, now, report -> report.overall().precision());
        both(plot, "Recall", before, now, report -> report.overall().recall());
        both(plot, "F1", before, now, report -> report.overall().f1());
        return plot;
    }

    private static void both(
            IntervalPlot plot,
            String name,
            EvaluationReport before,
            EvaluationReport now,
            Function<EvaluationReport, Interval> share) {
        plot.share(name, share.apply(now), Series.NOW, null);
        plot.share("before", share.apply(before), Series.BEFORE, null);
    }

    private static Div figure(String name, int value) {
        var label = new Span(name);
        label.addClassName("figure-name");
        var number = new Span(Share.count(value));
        number.addClassName("figure-value");
        var figure = new Div(label, number);
        figure.addClassName("figure");
        return figure;
    }
}
