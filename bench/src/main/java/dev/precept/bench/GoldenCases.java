package dev.precept.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A policy's golden set as the registry holds it, and its verdicts.
final class GoldenCases {

    private final String slug;
    private final List<JsonNode> cases;

    private GoldenCases(String slug, List<JsonNode> cases) {
        this.slug = slug;
        this.cases = List.copyOf(cases);
    }

    static GoldenCases read(RegistryClient reader, String slug)
            throws IOException, InterruptedException {
        return new GoldenCases(slug, reader.all("/v1/policies/" + slug + "/golden-cases"));
    }

    int size() {
        return cases.size();
    }

    /// Classifies every case under the live version.
    ///
    /// @return each case's id with its verdict
    Map<String, JsonNode> verdicts(RegistryClient submitter)
            throws IOException, InterruptedException {
        var run = BatchRun.of(submitter, this::lines);
        var verdicts = new HashMap<String, JsonNode>();
        submitter.lines(
                "/v1/batches/" + run.id() + "/results",
                line ->
                        verdicts.put(
                                line.path("custom_id").asString(), line.path("verdicts").get(0)));
        return verdicts;
    }

    Confusion confusion(Map<String, JsonNode> verdicts) {
        var confusion = Confusion.NONE;
        for (var golden : cases) {
            confusion =
                    confusion.plus(
                            expectsViolation(golden),
                            verdictOf(golden, verdicts).path("outcome").asString());
        }
        return confusion;
    }

    /// Of the violations that were found, how many name the expected rule first.
    Confusion.Share rightRule(Map<String, JsonNode> verdicts) {
        int found = 0;
        int right = 0;
        for (var golden : cases) {
            var verdict = verdictOf(golden, verdicts);
            if (expectsViolation(golden) && verdict.path("outcome").asString().equals("VIOLATES")) {
                found++;
                var rule = golden.path("expected").path("ruleId").asString("");
                if (verdict.path("ruleIds").path(0).asString("").equals(rule)) {
                    right++;
                }
            }
        }
        return new Confusion.Share(right, found);
    }

    private static JsonNode verdictOf(JsonNode golden, Map<String, JsonNode> verdicts) {
        var id = golden.path("id").asString();
        var verdict = verdicts.get(id);
        if (verdict == null) {
            throw new IllegalStateException("golden case " + id + " has no verdict");
        }
        return verdict;
    }

    private static boolean expectsViolation(JsonNode golden) {
        return golden.path("expected").path("outcome").asString().equals("VIOLATES");
    }

    private InputStream lines() {
        var bytes = new ByteArrayOutputStream();
        for (var golden : cases) {
            var line = RegistryClient.JSON.createObjectNode();
            line.put("custom_id", golden.path("id").asString());
            line.putArray("policies").add(slug + "@live");
            line.set("content", golden.path("content"));
            bytes.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
