package dev.precept.inference.similarity;

import dev.precept.inference.Policy;
import dev.precept.prompt.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the starter policies and their golden sets from the source tree.
public final class StarterPolicies {

    public static final List<String> SLUGS = List.of("spam", "personal-data", "prompt-injection");
    private static final Path FOLDER = Path.of("../quickstart/src/main/resources/starter");
    private static final Pattern RULE = Pattern.compile("^- \\*\\*([A-Z]+-?A?\\d+)\\*\\* (.*)$");
    private static final Pattern EXAMPLE =
            Pattern.compile("^- \\*\\*(VIOLATES|SAFE) (\\S+)\\*\\* \"(.*)\"$");
    private static final Pattern LABEL = Pattern.compile("^  ([a-z-]+): \\[(.*)]$");

    public record Golden(Passage passage, boolean violates) {}

    public static Policy policy(String slug) throws IOException {
        String text = Files.readString(FOLDER.resolve(slug).resolve("policy.md"));
        var clauses = new ArrayList<Policy.Clause>();
        var examples = new ArrayList<Policy.Illustration>();
        var labels = new HashMap<String, List<String>>();
        var side = Policy.Side.VIOLATES;
        for (String line : text.lines().toList()) {
            if (line.equals("## Safe")) {
                side = Policy.Side.SAFE;
            }
            var rule = RULE.matcher(line);
            var example = EXAMPLE.matcher(line);
            var label = LABEL.matcher(line);
            if (rule.matches()) {
                clauses.add(new Policy.Clause(rule.group(1), side, rule.group(2)));
            } else if (example.matches()) {
                examples.add(
                        new Policy.Illustration(
                                example.group(2),
                                Policy.Side.valueOf(example.group(1)),
                                example.group(3)));
            } else if (label.matches() && !label.group(1).equals("fields")) {
                labels.put(label.group(1), List.of(label.group(2).split(",\\s*")));
            }
        }
        return new Policy(slug, text, clauses, examples, labels);
    }

    public static List<Golden> golden(String slug) throws IOException {
        var cases = new ArrayList<Golden>();
        for (String line : Files.readAllLines(FOLDER.resolve(slug).resolve("golden.jsonl"))) {
            JsonNode node = JsonMapper.shared().readTree(line);
            var parts = new ArrayList<Passage.Part>();
            JsonNode content = node.path("content");
            if (content.has("turns")) {
                content.path("turns")
                        .forEach(turn ->
                                parts.add(
                                        new Passage.Part(
                                                turn.path("role").asString(),
                                                turn.path("text").asString())));
            } else {
                parts.add(new Passage.Part("user", content.path("text").asString()));
            }
            cases.add(
                    new Golden(
                            new Passage(parts),
                            node.path("expected").path("outcome").asString().equals("VIOLATES")));
        }
        return cases;
    }

    private StarterPolicies() {}
}
