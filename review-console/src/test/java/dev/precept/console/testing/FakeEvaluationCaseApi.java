package dev.precept.console.testing;

import dev.precept.contracts.evaluation.EvaluationCase;
import dev.precept.contracts.evaluation.EvaluationCase.Result;
import dev.precept.contracts.evaluation.EvaluationCaseApi;
import dev.precept.contracts.evaluation.EvaluationId;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The cases that are given, of whatever run.
public final class FakeEvaluationCaseApi implements EvaluationCaseApi {

    private final List<EvaluationCase> cases = new ArrayList<>();

    public FakeEvaluationCaseApi with(EvaluationCase each) {
        cases.add(each);
        return this;
    }

    @Override
    public Page<EvaluationCase> list(
            EvaluationId id,
            @Nullable Outcome expected,
            @Nullable Outcome actual,
            @Nullable Result result,
            @Nullable Boolean guarded,
            @Nullable String rule,
            @Nullable String language,
            @Nullable String cursor) {
        int after = cursor == null ? 0 : Integer.parseInt(cursor);
        var found =
                cases.stream()
                        .filter(each -> each.position() > after)
                        .filter(each -> expected == null || each.expected().outcome() == expected)
                        .filter(each -> actual == null || said(each) == actual)
                        .filter(each -> result == null || each.result() == result)
                        .filter(each -> guarded == null || each.guarded() == guarded)
                        .filter(each -> rule == null || rule.equals(each.expected().ruleId()))
                        .filter(each ->
                                language == null
                                        || language.equals(
                                                Objects.requireNonNullElse(each.language(), "und")))
                        .limit(Page.DEFAULT_SIZE + 1L)
                        .toList();
        return Page.of(found, Page.DEFAULT_SIZE, each -> Integer.toString(each.position()));
    }

    private static @Nullable Outcome said(EvaluationCase each) {
        var verdict = each.verdict();
        return verdict == null ? null : verdict.outcome();
    }
}
