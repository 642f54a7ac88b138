package dev.precept.contracts.queue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.precept.contracts.verdict.Account;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an attempt ended.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JobResult.Judged.class, name = "judged"),
    @JsonSubTypes.Type(value = JobResult.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = JobResult.Returned.class, name = "returned")
})
public sealed interface JobResult {

    LeaseRef lease();

    /// The engine has an answer.
    ///
    /// @param rationale at most 2,000 characters; it may quote the policy, never the content
    /// @param account of an engine that writes
    record Judged(
            LeaseRef lease,
            Outcome outcome,
            List<String> labels,
            List<String> ruleIds,
            Confidence confidence,
            String rationale,
            boolean truncated,
            long inferenceMillis,
            @Nullable Account account)
            implements JobResult {

        public Judged {
            labels = List.copyOf(labels);
            ruleIds = List.copyOf(ruleIds);
        }
    }

    /// The engine could not answer.
    ///
    /// @param code stable, in kebab case
    /// @param detail what happened, without content
    /// @param retryable false if another attempt must fail in the same way
    record Failed(LeaseRef lease, String code, String detail, boolean retryable)
            implements JobResult {}

    /// The worker gives the job back unbegun, for example because it stops; it costs no attempt.
    record Returned(LeaseRef lease) implements JobResult {}
}
