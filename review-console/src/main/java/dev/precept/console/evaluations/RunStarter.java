package dev.precept.console.evaluations;

import dev.precept.console.policies.PolicyPage;
import dev.precept.console.rights.Rights;
import dev.precept.contracts.evaluation.Evaluation;
import dev.precept.contracts.evaluation.EvaluationApi;
import dev.precept.contracts.evaluation.EvaluationSource;
import dev.precept.contracts.evaluation.NewEvaluation;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.GoldenSetVersion;
import dev.precept.contracts.policy.GoldenSetVersionApi;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.List;

/// What can be run of a policy, and starts it.
record RunStarter(
        EvaluationApi evaluations,
        GoldenSetApi golden,
        GoldenSetVersionApi frozen,
        Rights rights,
        PolicyPage page) {

    /// Newest first.
    List<PolicyVersionSummary> versions() {
        return page.versions();
    }

    List<GoldenSetVersion> sets() {
        return frozen.list(page.slug());
    }

    /// As far as this person may know; the registry freezes no empty set.
    boolean goldenSetIsEmpty() {
        return rights.maySeeContents() && golden.list(page.slug(), null).items().isEmpty();
    }

    Evaluation start(int version, EvaluationSource source) {
        return evaluations.start(page.slug(), new NewEvaluation(version, source));
    }
}
