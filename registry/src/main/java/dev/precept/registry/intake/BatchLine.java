package dev.precept.registry.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.precept.contracts.content.Content;
import java.util.List;

/// One line of a batch, as the wire has it.
record BatchLine(
        @JsonProperty("custom_id") String customId, List<String> policies, Content content) {

    BatchLine {
        policies = List.copyOf(policies);
    }
}
