package dev.precept.console.testing;

import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.evaluation.EvaluationReportApi;
import dev.precept.contracts.evaluation.MultiPolicyAccuracy;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.evaluation.ReportFormat;
import java.util.List;
import org.springframework.http.ResponseEntity;

/// Repeats runs of a [FakeEvaluationApi].
public final class FakeEvaluationReportApi implements EvaluationReportApi {

    private final FakeEvaluationApi runs;

    public FakeEvaluationReportApi(FakeEvaluationApi runs) {
        this.runs = runs;
    }

    @Override
    public ResponseEntity<byte[]> file(EvaluationId id, ReportFormat format) {
        throw new UnsupportedOperationException("files come by another way");
    }

    @Override
    public Evaluation repeat(EvaluationId id) {
        var run = runs.get(id);
        var version = run.policyVersion();
        return runs.start(version.slug(), new NewEvaluation(version.number(), run.source()));
    }

    @Override
    public MultiPolicyAccuracy multiPolicy(List<EvaluationId> ids) {
        throw new UnsupportedOperationException("not shown");
    }
}
