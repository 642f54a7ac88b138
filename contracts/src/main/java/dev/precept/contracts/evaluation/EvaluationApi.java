package dev.precept.contracts.evaluation;

import dev.precept.contracts.evaluation.Comparison.Change;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/// Runs of policy versions on known contents, and the gates on their figures.
@HttpExchange("/v1")
public interface EvaluationApi {

    /// Newest first.
    @GetExchange("/policies/{slug}/evaluations")
    Page<Evaluation> list(
            @PathVariable("slug") String slug,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    @PostExchange("/policies/{slug}/evaluations")
    Evaluation start(@PathVariable("slug") String slug, @RequestBody NewEvaluation wish);

    @GetExchange("/evaluations/{id}")
    Evaluation get(@PathVariable("id") EvaluationId id);

    /// Takes back every case that is not judged; what is judged stays.
    @PostExchange("/evaluations/{id}/cancel")
    Evaluation cancel(@PathVariable("id") EvaluationId id);

    @GetExchange("/evaluations/{id}/report")
    EvaluationReport report(@PathVariable("id") EvaluationId id);

    @GetExchange("/evaluations/{id}/comparison/{before}")
    Comparison compare(
            @PathVariable("id") EvaluationId id, @PathVariable("before") EvaluationId before);

    /// The cases on which two runs differ, in their order; of one kind only, if asked.
    @GetExchange("/evaluations/{id}/comparison/{before}/flips")
    Page<Flip> flips(
            @PathVariable("id") EvaluationId id,
            @PathVariable("before") EvaluationId before,
            @RequestParam(name = "was", required = false) @Nullable Outcome was,
            @RequestParam(name = "is", required = false) @Nullable Outcome is,
            @RequestParam(name = "change", required = false) @Nullable Change change,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor);

    @GetExchange("/policies/{slug}/gates")
    GateSet gates(@PathVariable("slug") String slug);

    /// @param revision that the change is based on
    @PutExchange("/policies/{slug}/gates")
    GateSet setGates(
            @PathVariable("slug") String slug,
            @RequestHeader("If-Match") String revision,
            @RequestBody GateEdit edit);

    /// How a version stands at each gate of its policy.
    @GetExchange("/policies/{slug}/versions/{number}/gates")
    List<GateResult> measured(
            @PathVariable("slug") String slug, @PathVariable("number") int number);
}
