package dev.precept.inference.openai;

import dev.precept.prompt.AnswerContract;
import dev.precept.prompt.WordingContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.NullNode;

/// A contract as a JSON schema, for servers that keep an answer to one.
final class AnswerSchema {

    private AnswerSchema() {}

    static Map<String, Object> of(AnswerContract contract) {
        var members = new LinkedHashMap<String, Object>();
        members.put("violation", Map.of("type", "integer", "enum", List.of(0, 1)));
        members.put(
                "rule_ids",
                Map.of(
                        "type",
                        "array",
                        "maxItems",
                        AnswerContract.MOST_RULES,
                        "items",
                        Map.of("type", "string", "enum", rules(contract))));
        if (!contract.categories().isEmpty()) {
            members.put("policy_category", Map.of("enum", categories(contract)));
        }
        members.put("rationale", text(AnswerContract.RATIONALE_BYTES));
        return schema("verdict", members);
    }

    static Map<String, Object> of(WordingContract contract) {
        var members = new LinkedHashMap<String, Object>();
        members.put("rule", Map.of("type", "string", "enum", contract.places()));
        members.put("text", text(WordingContract.TEXT_BYTES));
        members.put("why", text(WordingContract.WHY_BYTES));
        return schema("wording", members);
    }

    private static Map<String, Object> text(int most) {
        return Map.of("type", "string", "maxLength", most);
    }

    private static Map<String, Object> schema(String name, Map<String, Object> members) {
        var schema =
                Map.of(
                        "type",
                        "object",
                        "properties",
                        members,
                        "required",
                        List.copyOf(members.keySet()),
                        "additionalProperties",
                        false);
        return Map.of(
                "type",
                "json_schema",
                "json_schema",
                Map.of("name", name, "strict", true, "schema", schema));
    }

    private static List<String> rules(AnswerContract contract) {
        return Stream.concat(contract.violating().stream(), contract.safe().stream()).toList();
    }

    /// A list that may hold null, which says that the content is safe.
    private static List<Object> categories(AnswerContract contract) {
        var values = new ArrayList<Object>();
        contract.categories().forEach(category -> values.add(category.label()));
        values.add(NullNode.getInstance());
        return values;
    }
}
