package dev.precept.inference.safeguard;

import dev.precept.inference.Policy;
import dev.precept.inference.Policy.Clause;
import dev.precept.inference.Policy.Side;
import dev.precept.prompt.Passage;
import dev.precept.prompt.Passage.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A content that breaks one policy and, since a term of it is another there, not a second one.
///
/// @param rule the rule of `broken` that names the term
record Flip(Passage content, Policy broken, Policy kept, String rule) {

    static List<Flip> read(Path file) throws IOException {
        var flips = new ArrayList<Flip>();
        for (String line : Files.readAllLines(file)) {
            flips.add(of(JsonMapper.shared().readTree(line), flips.size()));
        }
        return flips;
    }

    private static Flip of(JsonNode json, int number) {
        String text = json.path("policy").asString();
        String term = json.path("term").asString();
        String other =
                text.replaceAll(" \\Q" + term + "\\E\\b", " " + json.path("instead").asString());
        var content = new Passage(List.of(new Part("user", json.path("content").asString())));
        return new Flip(
                content,
                policy(json, "broken-" + number, text),
                policy(json, "kept-" + number, other),
                json.path("rule").asString());
    }

    private static Policy policy(JsonNode json, String name, String text) {
        var clauses = new ArrayList<Clause>();
        for (String id : strings(json.path("rules"))) {
            clauses.add(new Clause(id, Side.VIOLATES, ""));
        }
        for (String id : strings(json.path("safe"))) {
            clauses.add(new Clause(id, Side.SAFE, ""));
        }
        Map<String, List<String>> labels = new HashMap<>();
        json.path("labels").forEachEntry((label, rules) -> labels.put(label, strings(rules)));
        return new Policy(name, text, clauses, List.of(), labels);
    }

    private static List<String> strings(JsonNode array) {
        var found = new ArrayList<String>();
        array.forEach(one -> found.add(one.asString()));
        return found;
    }
}
