package dev.precept.quickstart.cli;

import dev.precept.contracts.evaluation.EvaluationReport;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.evaluation.Interval;
import dev.precept.contracts.evaluation.Scores;
import dev.precept.quickstart.supervisor.Screen;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Figures of an evaluation and what the gates say of them, as a person reads them at a terminal.
record EvaluationText(Screen screen) {

    void print(EvaluationReport report) {
        var run = report.evaluation();
        screen.line(
                screen.paint(Screen.Colour.BOLD, run.policyVersion().toString())
                        + ", %d cases judged by %s"
                                .formatted(
                                        run.progress().judged(),
                                        report.models().stream()
                                                .map(model -> model.name())
                                                .collect(Collectors.joining(", "))));
        if (run.progress().failed() > 0) {
            screen.warn("%d cases got no verdict".formatted(run.progress().failed()));
        }
        share("accuracy", report.accuracy());
        share("precision", report.overall().precision());
        share("recall", report.overall().recall());
        share("F1", report.overall().f1());
        screen.line(
                "  protected cases judged wrong: %d of %d"
                        .formatted(report.protection().wrong(), report.protection().cases()));
        each("rule", report.rules());
        each("language", report.languages());
        screen.line(
                "  %d tokens, %.1f s of inference"
                        .formatted(report.cost().tokens(), report.cost().seconds()));
    }

    void print(GateResult gate) {
        var text =
                "%s: %s"
                        .formatted(
                                gate.gate().kind().name().toLowerCase(Locale.ROOT), gate.detail());
        switch (gate.status()) {
            case PASSED -> screen.done(text);
            case FAILED -> screen.line(screen.paint(Screen.Colour.RED, "✗ ") + text);
            case NOT_MEASURED -> screen.warn(text);
        }
    }

    private void each(String what, Map<String, Scores> scores) {
        new TreeMap<>(scores)
                .forEach((name, one) ->
                        screen.line(
                                "  %-8s %-10s precision %.2f, recall %.2f of %d"
                                        .formatted(
                                                what,
                                                name,
                                                one.precision().value(),
                                                one.recall().value(),
                                                one.recall().of())));
    }

    private void share(String name, Interval share) {
        screen.line(
                "  %-10s %.3f  (95 %%: %.3f to %.3f, of %d)"
                        .formatted(name, share.value(), share.low(), share.high(), share.of()));
    }
}
