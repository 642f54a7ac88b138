package dev.precept.quickstart.starter;

import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A policy that comes with the quickstart, with its text and golden set.
record Starter(NewPolicy policy, String text, List<NewGoldenCase> golden) {

    static final List<String> SLUGS = List.of("spam", "personal-data", "prompt-injection");

    Starter {
        golden = List.copyOf(golden);
    }

    static Starter read(String slug) throws IOException {
        var json = JsonMapper.shared();
        return new Starter(
                json.readValue(resource(slug, "policy.json"), NewPolicy.class),
                resource(slug, "policy.md"),
                resource(slug, "golden.jsonl")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> json.readValue(line, NewGoldenCase.class))
                        .toList());
    }

    private static String resource(String slug, String file) throws IOException {
        var path = "/starter/" + slug + "/" + file;
        try (InputStream in = Starter.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("the quickstart's jar lacks " + path + "; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
