package dev.precept.registry.verdict;

import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.queue.JobResult;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds an engine's answer against the policy version. A model may cite a rule or a label that the
/// policy does not have; such an answer is kept, without them, as undetermined.
final class AnswerCheck {

    private static final int MAX_RATIONALE = 2_000;

    private final Set<String> rules;
    private final Set<String> labels;

    AnswerCheck(PolicyBundle policy) {
        this.rules = policy.rules().stream().map(Rule::id).collect(Collectors.toSet());
        this.labels = policy.output().labels().keySet();
    }

    JobResult.Judged checked(JobResult.Judged answer) {
        var unknown =
                answer.ruleIds().stream().filter(id -> !rules.contains(id)).count()
                        + answer.labels().stream().filter(label -> !labels.contains(label)).count();
        if (unknown == 0 && answer.rationale().length() <= MAX_RATIONALE) {
            return answer;
        }
        var rationale =
                unknown == 0
                        ? answer.rationale()
                        : "The answer cited "
                                + unknown
                                + " rules or labels that this policy version does not have. "
                                + answer.rationale();
        return new JobResult.Judged(
                answer.lease(),
                unknown == 0 ? answer.outcome() : Outcome.UNDETERMINED,
                known(answer.labels(), labels),
                known(answer.ruleIds(), rules),
                answer.confidence(),
                rationale.substring(0, Math.min(rationale.length(), MAX_RATIONALE)),
                answer.truncated() || rationale.length() > MAX_RATIONALE,
                answer.inferenceMillis(),
                answer.account());
    }

    private static List<String> known(List<String> ids, Set<String> existing) {
        return ids.stream().filter(existing::contains).toList();
    }
}
