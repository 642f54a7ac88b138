package dev.precept.contracts.evaluation;

import dev.precept.contracts.evaluation.EvaluationCase.Result;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.verdict.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/// The cases of runs, one by one.
@HttpExchange("/v1/evaluations/{id}/cases")
public interface EvaluationCaseApi {

    /// The cases that were judged or failed, in their order; of one kind only, if asked.
    ///
    /// @param actual what the run says
    /// @param rule expected, or cited by the run
    /// @param language a tag as the report names it, `und` where it is not known
    @GetExchange
    Page<EvaluationCase> list(
            @PathVariable("id") EvaluationId id,
            @RequestParam(name = "expected", required = false) @Nullable Outcome expected,
            @RequestParam(name = "actual", required = false) @Nullable Outcome actual,
            @RequestParam(name = "result", required = false) @Nullable Result result,
            @RequestParam(name = "guarded", required = false) @Nullable Boolean guarded,
            @RequestParam(name = "rule", required = false) @Nullable String rule,
            @RequestParam(name = "language", required = false) @Nullable String language,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);
}
