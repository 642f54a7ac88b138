package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Reports of completed runs, which never change, so that a page over ten thousand cases need not
/// count them again. Each registry keeps those that were asked for last.
@Component
class FinishedReports {

    static final int KEPT = 200;

    private final Map<EvaluationId, EvaluationReport> reports =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<EvaluationId, EvaluationReport> eldest) {
                    return size() > KEPT;
                }
            };

    /// @param count runs without a lock: two that ask at once may both count
    EvaluationReport of(Evaluation run, Function<Evaluation, EvaluationReport> count) {
        if (run.state() != Evaluation.State.COMPLETED) {
            return count.apply(run);
        }
        synchronized (reports) {
            var known = reports.get(run.id());
            if (known != null) {
                return known;
            }
        }
        var report = count.apply(run);
        synchronized (reports) {
            reports.put(run.id(), report);
        }
        return report;
    }
}
