package dev.precept.registry.evaluation;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.Interval;
import dev.precept.registry.wire.FormulaGuard;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Figures as rows of part, name, figure, value and, for shares, the interval and what it was
/// measured on. Names come from workers and people: none may run as a formula.
final class FigureCsv {

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().build(text);

    FigureCsv() {
        csv.writeRecord("part", "name", "figure", "value", "low", "high", "of");
    }

    /// What a run is bound to, and how far it is.
    ///
    /// @param name tells several runs apart
    void run(String name, Evaluation run) {
        row("run", name, "id", run.id());
        row("run", name, "state", run.state());
        row("run", name, "policy", run.policyVersion().slug());
        row("run", name, "version", run.policyVersion().number());
        row("run", name, "version sha256", run.policyVersion().sha256());
        switch (run.source()) {
            case EvaluationSource.Golden set -> {
                row("run", name, "golden set", set.number());
                row("run", name, "golden set sha256", set.sha256());
            }
            case EvaluationSource.Replay replay -> {
                row("run", name, "replayed at most", replay.count());
                row("run", name, "replayed since", replay.since());
            }
        }
        row("run", name, "cases", run.progress().cases());
        row("run", name, "judged", run.progress().judged());
        row("run", name, "failed", run.progress().failed());
    }

    void share(String part, String name, String figure, Interval share) {
        csv.writeRecord(
                part,
                guarded(name),
                figure,
                Double.toString(share.value()),
                Double.toString(share.low()),
                Double.toString(share.high()),
                Integer.toString(share.of()));
    }

    void row(String part, String name, String figure, @Nullable Object value) {
        csv.writeRecord(
                part,
                guarded(name),
                guarded(figure),
                value == null ? "" : guarded(value.toString()),
                "",
                "",
                "");
    }

    private static String guarded(String cell) {
        return cell.matches("-?[0-9.E]+") ? cell : FormulaGuard.guarded(cell);
    }

    byte[] bytes() {
        try {
            csv.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
