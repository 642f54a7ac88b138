package dev.precept.registry.openapi;

import static io.swagger.v3.oas.models.PathItem.HttpMethod.GET;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.POST;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.PUT;

/// A policy and the life of its version 4, and what comes back.
final class PolicyExamples {

    private static final String POLICIES = "/v1/policies";
    private static final String POLICY = POLICIES + "/{slug}";
    private static final String VERSIONS = POLICY + "/versions";
    private static final String VERSION = VERSIONS + "/{number}";

    private static final String RULE =
            "{\"id\": \"SP1\", \"side\": \"VIOLATES\", \"text\": \"Offers followers or likes for money.\", \"line\": 9}";
    private static final String EXAMPLE =
            "{\"side\": \"VIOLATES\", \"ruleId\": \"SP1\", \"text\": \"Buy followers today\", \"line\": 15}";

    private final Examples examples;

    private PolicyExamples(Examples examples) {
        this.examples = examples;
    }

    static void add(Examples to) {
        var policies = new PolicyExamples(to);
        policies.policies();
        policies.drafts();
        policies.decisions();
        policies.reading();
    }

    private void policies() {
        examples.ask(
                POST,
                POLICIES,
                """
                {"slug": "spam", "name": "Spam and scams", "description": "Unwanted promotion.",
                 "owningTeam": "Trust & Safety"}
                """);
        examples.answer(POST, POLICIES, policy("", ""));
        var live = policy("\"live\": 3", ", \"latest\": " + summary("DRAFT", 0, ""));
        examples.answer(GET, POLICIES, Shown.page(live));
        examples.answer(GET, POLICY, live);
    }

    private void drafts() {
        examples.ask(POST, VERSIONS, "{\"text\": \"---\\nlabels: ...\", \"base\": 3}");
        examples.answer(POST, VERSIONS, version("DRAFT", 0, ""));
        examples.ask(PUT, VERSION, "{\"revision\": 0, \"text\": \"---\\nlabels: ...\"}");
        examples.answer(PUT, VERSION, version("DRAFT", 1, ""));
        examples.answer(POST, VERSION + "/submit", version("IN_REVIEW", 2, submitted()));
        examples.answer(
                GET,
                VERSIONS,
                "{\"items\": [%s], \"next\": \"4\"}".formatted(summary("DRAFT", 1, "")));
        examples.answer(GET, VERSION, version("DRAFT", 1, ""));
    }

    private void decisions() {
        examples.ask(
                POST,
                VERSION + "/approve",
                "{\"sha256\": \"%s\", \"comment\": \"Clear now.\"}".formatted(Shown.BUNDLE));
        examples.answer(
                POST,
                VERSION + "/approve",
                version(
                        "APPROVED",
                        3,
                        submitted()
                                + ", \"approvedBy\": \"ben\", \"approvedAt\": \"2026-03-02T11:00:00Z\""));
        examples.ask(POST, VERSION + "/decline", "{\"reason\": \"Say what a giveaway is.\"}");
        examples.answer(POST, VERSION + "/decline", version("DRAFT", 3, ""));
        examples.answer(
                GET,
                VERSION + "/opinions",
                Shown.page(
                        """
                        {"sha256": "%s", "reviewer": "ben", "approves": true, "comment": "Clear now.",
                         "givenAt": "2026-03-02T11:00:00Z"}
                        """
                                .formatted(Shown.BUNDLE)));
    }

    private void reading() {
        var wording =
                """
                {"before": [{"text": "Sells followers", "changed": false}],
                 "after": [{"text": "Sells followers", "changed": false},
                           {"text": " or likes", "changed": true}]}
                """;
        examples.answer(
                GET,
                VERSION + "/changes",
                """
                {"slug": "spam", "from": 3, "to": 4, "summary": "1 rule reworded: SP1",
                 "changes": [{"kind": "rule-reworded",
                              "before": {"id": "SP1", "side": "VIOLATES", "text": "Sells followers.",
                                         "line": 9},
                              "after": %s, "wording": %s}]}
                """
                        .formatted(RULE, wording));
        examples.answer(
                GET,
                POLICY + "/diff",
                """
                {"slug": "spam", "from": 3, "to": 4,
                 "rows": [{"kind": "ADDED",
                           "right": {"number": 12, "segments": [{"text": "- **SP7** Sells votes.",
                                                                 "changed": true}]}}]}
                """);
        examples.answer(
                GET,
                VERSION + "/cited-rules",
                """
                [{"id": "SP2", "openCases": 1, "goldenCases": 4, "settled": false, "because": "",
                  "likely": "SP7"}]
                """);
        examples.answer(
                GET,
                "/v1/policy-bundles/{sha256}",
                """
                {"slug": "spam", "number": 4, "sha256": "%s", "name": "Spam and scams",
                 "text": "---\\nlabels: ...",
                 "output": {"format": "json", "fields": ["violation", "policy_category"],
                            "labels": {"spam": ["SP1"]}},
                 "effort": "low", "review": {"confidenceBelow": 0.6, "sampleRate": 0.02},
                 "rules": [%s], "examples": [%s]}
                """
                        .formatted(Shown.BUNDLE, RULE, EXAMPLE));
    }

    private static String policy(String aliases, String latest) {
        return """
        {"slug": "spam", "name": "Spam and scams", "description": "Unwanted promotion.",
         "owningTeam": "Trust & Safety", "createdAt": "2026-02-01T08:00:00Z",
         "aliases": {%s}%s, "labels": [%s]}
        """
                .formatted(aliases, latest, latest.isEmpty() ? "" : "\"spam\"");
    }

    private static String submitted() {
        return ", \"sha256\": \"%s\", \"submittedAt\": \"2026-03-02T10:40:00Z\""
                .formatted(Shown.BUNDLE);
    }

    private static String version(String status, int revision, String facts) {
        return """
        {"summary": %s, "text": "---\\nlabels: ...", "rules": [%s], "examples": [%s],
         "lint": {"findings": [], "tokens": 412}}
        """
                .formatted(summary(status, revision, facts), RULE, EXAMPLE);
    }

    private static String summary(String status, int revision, String facts) {
        return """
        {"slug": "spam", "number": 4, "status": "%s", "revision": %d, "author": "ava",
         "createdAt": "2026-03-02T08:00:00Z", "updatedAt": "2026-03-02T10:40:00Z"%s, "aliases": []}
        """
                .formatted(status, revision, facts);
    }
}
