package dev.precept.registry.evaluation;

import dev.precept.contracts.evaluation.EvaluationCase;
import dev.precept.contracts.evaluation.EvaluationCase.Result;
import dev.precept.contracts.evaluation.EvaluationCaseApi;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.registry.access.ContentReader;
import dev.precept.registry.wire.Cursors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EvaluationCaseController implements EvaluationCaseApi {

    private final EvaluationDesk desk;
    private final JudgedCases cases;

    EvaluationCaseController(EvaluationDesk desk, JudgedCases cases) {
        this.desk = desk;
        this.cases = cases;
    }

    @Override
    @ContentReader
    public Page<EvaluationCase> list(
            EvaluationId id,
            @Nullable Outcome expected,
            @Nullable Outcome actual,
            @Nullable Result result,
            @Nullable Boolean guarded,
            @Nullable String rule,
            @Nullable String language,
            @Nullable String cursor) {
        return cases.page(
                desk.get(id).id(),
                new JudgedCases.Wanted(expected, actual, result, guarded, rule, language),
                Cursors.position(cursor));
    }
}
