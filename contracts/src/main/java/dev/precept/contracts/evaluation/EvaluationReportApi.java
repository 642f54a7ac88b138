package dev.precept.contracts.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/// Reports as files, runs repeated, and runs of several policies together.
@HttpExchange("/v1")
public interface EvaluationReportApi {

    /// A report as a file: figures, what was pinned, and no content.
    @GetExchange("/evaluations/{id}/report/file")
    ResponseEntity<byte[]> file(
            @PathVariable("id") EvaluationId id, @RequestParam("format") ReportFormat format);

    /// A comparison as a file: what both runs measured and were bound to, flips by kind, McNemar's
    /// test, and no content.
    @GetExchange("/evaluations/{id}/comparison/{before}/file")
    ResponseEntity<byte[]> comparisonFile(
            @PathVariable("id") EvaluationId id,
            @PathVariable("before") EvaluationId before,
            @RequestParam("format") ReportFormat format);

    /// Runs the same cases again, of a replay the same items with what was said at the time. Items
    /// that the other version itself judged live are left out.
    ///
    /// @param version another version of the policy; null for the same bundle
    @PostExchange("/evaluations/{id}/repeat")
    Evaluation repeat(
            @PathVariable("id") EvaluationId id,
            @RequestParam(name = "version", required = false) @Nullable Integer version);

    /// @param runs finished runs of different policies, two to fifty
    @GetExchange("/multi-policy-accuracy")
    MultiPolicyAccuracy multiPolicy(@RequestParam("run") List<EvaluationId> runs);
}
