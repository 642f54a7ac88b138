package dev.precept.registry.openapi;

import static io.swagger.v3.oas.models.PathItem.HttpMethod.GET;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.POST;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.PUT;

/// Evaluations, their reports and comparisons, and gates, as they come back for the policy `spam`.
final class EvaluationExamples {

    private static final String POLICY = "/v1/policies/{slug}";
    private static final String RUN = "/v1/evaluations/{id}";
    private static final String COMPARISON = RUN + "/comparison/{before}";

    private static final String SCORES =
            """
            {"truePositives": 48, "falsePositives": 3, "falseNegatives": 2, "trueNegatives": 67,
             "precision": {"value": 0.9412, "low": 0.8409, "high": 0.9798, "of": 51},
             "recall": {"value": 0.96, "low": 0.8654, "high": 0.989, "of": 50},
             "f1": {"value": 0.9505, "low": 0.8837, "high": 0.9799, "of": 53}}
            """;

    private static final String GATES =
            "[{\"kind\": \"RECALL\", \"limit\": 0.95}, {\"kind\": \"PROTECTED_WRONG\", \"limit\": 0.0}]";

    private final Examples examples;

    private EvaluationExamples(Examples examples) {
        this.examples = examples;
    }

    static void add(Examples to) {
        var evaluations = new EvaluationExamples(to);
        evaluations.runs();
        evaluations.report();
        evaluations.cases();
        evaluations.comparison();
        evaluations.gates();
    }

    private void runs() {
        examples.ask(
                POST,
                POLICY + "/evaluations",
                "{\"version\": 4, \"source\": {\"kind\": \"golden\", \"number\": 2}}");
        var running = run("\"state\": \"RUNNING\"", 31);
        examples.answer(POST, POLICY + "/evaluations", running);
        examples.answer(GET, POLICY + "/evaluations", Shown.page(running));
        examples.answer(GET, RUN, running);
        examples.answer(
                POST,
                RUN + "/cancel",
                run("\"state\": \"CANCELLED\", \"finishedAt\": \"2026-03-02T09:32:00Z\"", 31));
        examples.answer(
                POST,
                RUN + "/repeat",
                run(
                        "\"state\": \"PREPARING\", \"repeats\": \"%s\""
                                .formatted(Shown.EARLIER_RUN_ID),
                        0));
    }

    /// @param state and what else this state of a run has
    private static String run(String state, int judged) {
        return """
        {"id": "%s", "policyVersion": %s,
         "source": {"kind": "golden", "number": 2,
           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
         %s, "progress": {"cases": 120, "judged": %d, "failed": 0},
         "startedBy": "ava", "createdAt": "2026-03-02T09:31:00Z"}
        """
                .formatted(Shown.RUN_ID, Shown.version(4), state, judged);
    }

    private void report() {
        examples.answer(
                GET,
                RUN + "/report",
                """
                {"evaluation": %s,
                 "models": [{"name": "gpt-oss-safeguard-20b",
                   "digest": "7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730",
                   "runtime": "onnxruntime 1.29.0", "settings": {"effort": "low"}}],
                 "matrix": [{"expected": "VIOLATES", "said": "VIOLATES", "cases": 48},
                            {"expected": "VIOLATES", "said": "SAFE", "cases": 2},
                            {"expected": "SAFE", "said": "VIOLATES", "cases": 3},
                            {"expected": "SAFE", "said": "SAFE", "cases": 67}],
                 "accuracy": {"value": 0.9583, "low": 0.9062, "high": 0.9821, "of": 120},
                 "overall": %s, "labels": {"spam": %s}, "rules": {"SP1": %s}, "languages": {"en": %s},
                 "protection": {"cases": 14, "wrong": 0},
                 "cost": {"tokens": 81400, "seconds": 37.2, "meanRationaleLength": 96.5},
                 "reasoning": {
                   "right": {"cases": 115, "mean": 212.4, "median": 180, "ninetieth": 402,
                             "longest": 911, "bars": [12, 70, 26, 7, 0, 0, 0]},
                   "wrong": {"cases": 5, "mean": 604.0, "median": 588, "ninetieth": 940,
                             "longest": 940, "bars": [0, 0, 2, 3, 0, 0, 0]}}}
                """
                        .formatted(
                                run(
                                        "\"state\": \"COMPLETED\", \"finishedAt\": \"2026-03-02T09:33:10Z\"",
                                        120),
                                SCORES,
                                SCORES,
                                SCORES,
                                SCORES));
        examples.answer(
                GET,
                "/v1/multi-policy-accuracy",
                """
                {"parts": [{"evaluation": "%s", "policyVersion": %s,
                            "exact": {"value": 0.75, "low": 0.3006, "high": 0.9544, "of": 4}}],
                 "exact": {"value": 0.75, "low": 0.3006, "high": 0.9544, "of": 4},
                 "exactOfSeveral": {"value": 0.5, "low": 0.0945, "high": 0.9055, "of": 2}}
                """
                        .formatted(Shown.RUN_ID, Shown.version(4)));
    }

    private void cases() {
        examples.answer(
                GET,
                RUN + "/cases",
                Shown.page(
                        """
                        {"position": 17, "content": %s,
                         "expected": {"outcome": "VIOLATES", "label": "spam", "ruleId": "SP1"},
                         "guarded": true, "language": "en", "result": "WRONG", "verdict": %s,
                         "tokens": 678, "seconds": 0.31}
                        """
                                .formatted(Shown.CONTENT, Shown.verdict(4, "SAFE"))));
    }

    private void comparison() {
        examples.answer(
                GET,
                COMPARISON,
                """
                {"before": "%s", "now": "%s",
                 "shared": 120, "flips": 6, "broken": 1, "mended": 5, "mcNemar": 0.21875,
                 "kinds": [{"was": "SAFE", "is": "VIOLATES", "change": "MENDED", "cases": 5},
                           {"was": "SAFE", "is": "VIOLATES", "change": "BROKEN", "cases": 1}]}
                """
                        .formatted(Shown.EARLIER_RUN_ID, Shown.RUN_ID));
        examples.answer(
                GET,
                COMPARISON + "/flips",
                Shown.page(
                        """
                        {"position": 17, "content": %s,
                         "expected": {"outcome": "VIOLATES", "label": "spam", "ruleId": "SP1"},
                         "guarded": true, "before": %s, "now": %s}
                        """
                                .formatted(
                                        Shown.CONTENT,
                                        Shown.verdict(3, "SAFE"),
                                        Shown.verdict(4, "VIOLATES"))));
    }

    private void gates() {
        examples.ask(PUT, POLICY + "/gates", "{\"gates\": %s}".formatted(GATES));
        var set = "{\"revision\": 3, \"gates\": %s}".formatted(GATES);
        examples.answer(PUT, POLICY + "/gates", set);
        examples.answer(GET, POLICY + "/gates", set);
        examples.answer(
                GET,
                POLICY + "/versions/{number}/gates",
                """
                [{"gate": {"kind": "RECALL", "limit": 0.95}, "status": "PASSED", "measured": 0.96,
                  "evaluation": "%s", "detail": "0.960 of 50 cases; at least 0.950 is asked"}]
                """
                        .formatted(Shown.RUN_ID));
    }
}
