package dev.precept.contracts.policy;

import java.util.List;
import java.util.Map;

/// How a model must answer.
///
/// @param format `json`
/// @param fields the members of the answer, in order
/// @param labels each label with the ids of the rules that carry it
public record OutputContract(String format, List<String> fields, Map<String, List<String>> labels) {

    public OutputContract {
        fields = List.copyOf(fields);
        labels = Map.copyOf(labels);
    }
}
