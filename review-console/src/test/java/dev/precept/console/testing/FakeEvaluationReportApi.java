package dev.precept.console.testing;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationReportApi;
import dev.precept.contracts.evaluation.Interval;
import dev.precept.contracts.evaluation.MultiPolicyAccuracy;
import dev.precept.contracts.evaluation.MultiPolicyAccuracy.Part;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.evaluation.ReportFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// Repeats runs of a [FakeEvaluationApi], and counts them together: 150 of 200 contents are right
/// under all policies, and 30 of the 50 that two were asked of.
public final class FakeEvaluationReportApi implements EvaluationReportApi {

    private final FakeEvaluationApi runs;
    private boolean shared = true;

    public FakeEvaluationReportApi(FakeEvaluationApi runs) {
        this.runs = runs;
    }

    /// No content is in two runs.
    public FakeEvaluationReportApi nothingShared() {
        shared = false;
        return this;
    }

    @Override
    public ResponseEntity<byte[]> file(EvaluationId id, ReportFormat format) {
        throw new UnsupportedOperationException("files come by another way");
    }

    @Override
    public ResponseEntity<byte[]> comparisonFile(
            EvaluationId id, EvaluationId before, ReportFormat format) {
        throw new UnsupportedOperationException("files come by another way");
    }

    @Override
    public Evaluation repeat(EvaluationId id, @Nullable Integer version) {
        var run = runs.get(id);
        var same = run.policyVersion();
        int number = version == null ? same.number() : version;
        return runs.start(same.slug(), new NewEvaluation(number, run.source()));
    }

    @Override
    public MultiPolicyAccuracy multiPolicy(List<EvaluationId> ids) {
        return new MultiPolicyAccuracy(
                ids.stream()
                        .map(runs::get)
                        .map(run ->
                                new Part(
                                        run.id(),
                                        run.policyVersion(),
                                        new Interval(0.9, 0.82, 0.945, 100)))
                        .toList(),
                new Interval(0.75, 0.686, 0.805, 200),
                shared ? new Interval(0.6, 0.462, 0.724, 50) : new Interval(0, 0, 1, 0));
    }
}
