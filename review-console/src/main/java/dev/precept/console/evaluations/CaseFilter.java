package dev.precept.console.evaluations;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationCase.Result;
import dev.precept.contracts.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/// Which cases of a run are shown, as it stands in the address; null stands for all.
///
/// @param rule expected, or cited by the run
/// @param language `und` where it is not known
record CaseFilter(
        @Nullable Outcome expected,
        @Nullable Outcome actual,
        @Nullable Result result,
        @Nullable Boolean guarded,
        @Nullable String rule,
        @Nullable String language) {

    static final CaseFilter ALL = new CaseFilter(null, null, null, null, null, null);

    /// Protected cases that were judged otherwise than expected.
    static final CaseFilter PROTECTED_WRONG =
            new CaseFilter(null, null, Result.WRONG, true, null, null);

    static CaseFilter cell(Outcome expected, Outcome actual) {
        return new CaseFilter(expected, actual, null, null, null, null);
    }

    static CaseFilter ofRule(String rule) {
        return new CaseFilter(null, null, null, null, rule, null);
    }

    static CaseFilter ofLanguage(String language) {
        return new CaseFilter(null, null, null, null, null, language);
    }

    static CaseFilter from(QueryParameters query) {
        var guarded = AddressQuery.text(query, "protected");
        return new CaseFilter(
                AddressQuery.read(query, "expected", Outcome.values()),
                AddressQuery.read(query, "actual", Outcome.values()),
                AddressQuery.read(query, "result", Result.values()),
                "true".equals(guarded) ? Boolean.TRUE : null,
                AddressQuery.text(query, "rule"),
                AddressQuery.text(query, "language"));
    }

    QueryParameters toQuery() {
        return new AddressQuery()
                .with("expected", expected)
                .with("actual", actual)
                .with("result", result)
                .with("protected", guarded == null ? null : guarded.toString())
                .with("rule", rule)
                .with("language", language)
                .parameters();
    }

    /// Where the cases of a run are listed as they are filtered here.
    String address(Evaluation run) {
        return location(run).getPathWithQueryParameters();
    }

    Location location(Evaluation run) {
        return new Location(
                RunWords.address(run.policyVersion().slug(), run.id()) + "/cases", toQuery());
    }
}
