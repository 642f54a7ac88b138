package dev.precept.console.evaluations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.precept.console.measure.Share;
import dev.precept.console.time.Moment;
import dev.precept.contracts.evaluation.Evaluation;

/// Where a run stands, and how far it is while it goes on.
final class RunProgress extends Div {

    private static final long serialVersionUID = 1L;

    private final Div state = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();

    private final transient Pace pace;

    RunProgress(Evaluation run) {
        pace = new Pace(System::nanoTime, run.progress().judged());
        addClassName("run-progress");
        words.addClassName("muted");
        bar.getElement().setAttribute("aria-label", "Share of the cases that are judged");
        add(state, bar, words);
        show(run);
    }

    void show(Evaluation run) {
        state.removeAll();
        state.add(RunWords.state(run.state()));
        var progress = run.progress();
        bar.setVisible(!RunWords.isOver(run));
        bar.setIndeterminate(progress.cases() == 0);
        if (progress.cases() > 0) {
            bar.setValue((double) (progress.judged() + progress.failed()) / progress.cases());
        }
        words.setText(words(run) + left(run));
    }

    private String left(Evaluation run) {
        if (RunWords.isOver(run)) {
            return "";
        }
        return pace.left(run.progress().judged(), run.progress().cases())
                .map(left -> ", about " + Moment.span(left) + " left")
                .orElse("");
    }

    static String words(Evaluation run) {
        var progress = run.progress();
        var judged =
                "%s of %s judged"
                        .formatted(Share.count(progress.judged()), Share.count(progress.cases()));
        var failed =
                progress.failed() == 0
                        ? ""
                        : ", %s without a verdict".formatted(Share.count(progress.failed()));
        return switch (run.state()) {
            case PREPARING -> "Its cases are being gathered";
            case RUNNING ->
                    progress.judged() == 0
                            ? "Waits behind all other work: 0 of "
                                    + Share.count(progress.cases())
                                    + " judged"
                            : judged + failed;
            case COMPLETED, CANCELLED -> judged + failed;
        };
    }
}
