package dev.precept.contracts.evaluation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a version is evaluated on.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EvaluationSource.Golden.class, name = "golden"),
    @JsonSubTypes.Type(value = EvaluationSource.Replay.class, name = "replay")
})
public sealed interface EvaluationSource {

    /// A frozen golden set.
    ///
    /// @param number of the set; null in a request freezes the set as it stands
    /// @param sha256 of the set; ignored in a request
    record Golden(@Nullable Integer number, @Nullable String sha256) implements EvaluationSource {}

    /// A sample of past items with their newest live verdict of the policy.
    ///
    /// @param count at most so many
    /// @param since verdicts from here on; null for all
    record Replay(int count, @Nullable Instant since) implements EvaluationSource {

        public static final int MAX_COUNT = 100_000;
    }
}
