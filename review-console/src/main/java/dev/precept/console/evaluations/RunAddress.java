package dev.precept.console.evaluations;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationId;

/// Reads the run that an address names.
final class RunAddress {

    private RunAddress() {}

    /// @throws NotFoundException if there can be no such run, or it is of another policy
    static Evaluation run(EvaluationApi evaluations, RouteParameters address, String parameter) {
        var run = evaluations.get(id(address.get(parameter).orElse("")));
        if (!run.policyVersion().slug().equals(address.get("slug").orElse(""))) {
            throw new NotFoundException();
        }
        return run;
    }

    private static EvaluationId id(String text) {
        try {
            return EvaluationId.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
    }
}
