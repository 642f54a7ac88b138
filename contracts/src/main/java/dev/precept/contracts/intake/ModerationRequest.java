package dev.precept.contracts.intake;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;

/// A request in the shape of OpenAI's moderation endpoint.
///
/// @param input one text or an array of at most [#MAX_INPUTS]
/// @param model the policy: `slug@alias`, `slug@number`, or a bare slug for its `live` alias
public record ModerationRequest(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> input,
        String model) {

    public static final int MAX_INPUTS = 100;

    public ModerationRequest {
        input = List.copyOf(input);
    }

    /// Shows the size only: content stays out of logs.
    @Override
    public String toString() {
        return "ModerationRequest[" + input.size() + " inputs, " + model + "]";
    }
}
