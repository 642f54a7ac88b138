package dev.precept.contracts.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.precept.contracts.verdict.Verdict;
import java.util.List;

/// One line of a batch's results.
public record BatchLineResult(
        @JsonProperty("custom_id") String customId,
        ItemId id,
        List<Verdict> verdicts,
        List<Classification.Outstanding> outstanding) {

    public BatchLineResult {
        verdicts = List.copyOf(verdicts);
        outstanding = List.copyOf(outstanding);
    }
}
