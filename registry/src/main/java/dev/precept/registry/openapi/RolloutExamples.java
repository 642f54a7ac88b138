package dev.precept.registry.openapi;

import static io.swagger.v3.oas.models.PathItem.HttpMethod.GET;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.POST;

import java.util.List;

/// Requests around rollouts, as somebody would send them for the policy `spam`, and what comes
/// back.
final class RolloutExamples {

    private static final String POLICY = "/v1/policies/{slug}";
    private static final String ROLLOUTS = POLICY + "/rollouts";
    private static final String ROLLOUT = ROLLOUTS + "/{id}";
    private static final String ACTIVATIONS = POLICY + "/activations";

    private final Examples examples;

    private RolloutExamples(Examples examples) {
        this.examples = examples;
    }

    static void add(Examples to) {
        var rollouts = new RolloutExamples(to);
        rollouts.rollouts();
        rollouts.looks();
        rollouts.activations();
        rollouts.brokenGlass();
    }

    private void rollouts() {
        examples.ask(
                POST,
                ROLLOUTS,
                """
                {"alias": "live", "kind": "CANARY", "candidate": 4, "steps": [1, 5, 25, 50],
                 "stepMinutes": 60,
                 "limits": {"disagreement": 0.05, "undetermined": 0.1, "minimum": 50},
                 "reason": "Adds rule S4"}
                """);
        examples.ask(
                POST,
                ROLLOUT + "/step",
                "{\"share\": 25, \"reason\": \"No disagreement in an hour\"}");
        for (var action : List.of("halt", "resume", "promote", "abort")) {
            examples.ask(
                    POST,
                    ROLLOUT + "/" + action,
                    "{\"reason\": \"1.2 % disagree, all of them right\"}");
        }
        var running = rollout("RUNNING", "");
        examples.answer(POST, ROLLOUTS, running);
        examples.answer(GET, ROLLOUTS, Shown.page(running));
        examples.answer(GET, ROLLOUTS + "/open", Shown.list(running));
        examples.answer(GET, ROLLOUT, running);
        examples.answer(POST, ROLLOUT + "/step", running);
        examples.answer(POST, ROLLOUT + "/resume", running);
        examples.answer(POST, ROLLOUT + "/halt", rollout("HALTED", ""));
        var end = ", \"endedAt\": \"2026-03-02T15:00:00Z\"";
        examples.answer(POST, ROLLOUT + "/promote", rollout("PROMOTED", end));
        examples.answer(POST, ROLLOUT + "/abort", rollout("ABORTED", end));
    }

    private static String rollout(String state, String end) {
        return """
        {"id": "0198c2a0-1111-7222-8333-444455556666", "slug": "spam", "alias": "live",
         "kind": "CANARY", "stable": 3, "candidate": 4, "share": 5, "steps": [1, 5, 25, 50],
         "stepMinutes": 60, "nextStepAt": "2026-03-02T12:00:00Z",
         "limits": {"disagreement": 0.05, "undetermined": 0.1, "minimum": 50},
         "state": "%s",
         "figures": {"judged": 412,
           "undetermined": {"value": 0.0049, "low": 0.0013, "high": 0.0175, "of": 412},
           "disagreement": {"value": 0.0121, "low": 0.0052, "high": 0.0281, "of": 412},
           "kinds": [{"was": "SAFE", "is": "VIOLATES", "items": 5}]},
         "revision": 2, "startedBy": "ben", "startedAt": "2026-03-02T10:00:00Z"%s}
        """
                .formatted(state, end);
    }

    private void looks() {
        examples.answer(
                GET,
                ROLLOUT + "/events",
                """
                {"items": [{"sequence": 82, "action": "STEPPED", "share": 5, "actor": "precept",
                            "reason": "", "at": "2026-03-02T11:00:00Z"},
                           {"sequence": 81, "action": "STARTED", "share": 1, "actor": "ben",
                            "reason": "Adds rule S4", "at": "2026-03-02T10:00:00Z"}]}
                """);
        examples.answer(
                GET,
                ROLLOUT + "/course",
                """
                [{"from": "2026-03-02T10:00:00Z", "seconds": 3600, "judged": 61, "undetermined": 0,
                  "compared": 61, "disagreed": 1}]
                """);
        examples.answer(
                GET,
                ROLLOUT + "/disagreements",
                Shown.page(
                        """
                        {"sequence": 5, "itemId": "0198c1e2-4000-7000-8000-000000000001",
                         "content": %s, "stable": %s, "candidate": %s}
                        """
                                .formatted(
                                        Shown.CONTENT,
                                        Shown.verdict(3, "SAFE"),
                                        Shown.verdict(4, "VIOLATES"))));
    }

    private void activations() {
        examples.ask(
                POST,
                ACTIVATIONS,
                """
                {"alias": "live", "version": 4, "at": "2027-01-01T08:00:00+01:00",
                 "zone": "Europe/Berlin", "reason": "Agreed for the new year"}
                """);
        var pending = activation("PENDING", "");
        examples.answer(POST, ACTIVATIONS, pending);
        examples.answer(
                GET,
                ACTIVATIONS,
                Shown.page(
                        activation(
                                "FAILED",
                                """
                                , "endedBy": "precept", "endedAt": "2027-01-01T07:00:00Z",
                                 "failure": {"code": "gates-closed", "detail": "RECALL is not measured."}
                                """)));
        examples.answer(
                POST,
                ACTIVATIONS + "/{id}/cancel",
                activation(
                        "CANCELLED",
                        ", \"endedBy\": \"ben\", \"endedAt\": \"2026-12-20T10:00:00Z\""));
    }

    private static String activation(String state, String end) {
        return """
        {"id": "0198c2b0-1111-7222-8333-444455556666", "slug": "spam", "alias": "live",
         "version": 4, "at": "2027-01-01T07:00:00Z", "zone": "Europe/Berlin",
         "local": "2027-01-01T08:00:00+01:00", "reason": "Agreed for the new year",
         "state": "%s", "createdBy": "ben", "createdAt": "2026-12-18T09:00:00Z"%s}
        """
                .formatted(state, end);
    }

    private void brokenGlass() {
        var broken = POLICY + "/break-glass";
        var breaking = POLICY + "/aliases/{alias}/break-glass";
        var reviewing = broken + "/{id}/review";
        examples.ask(
                POST,
                breaking,
                """
                {"version": 4, "reason": "A wave of spam that version 3 lets through", "hours": 24}
                """);
        examples.ask(
                POST, reviewing, "{\"accepted\": true, \"note\": \"Measured since: recall 0.97\"}");
        examples.answer(POST, breaking, glass(""));
        examples.answer(GET, broken, Shown.page(glass("")));
        examples.answer(
                POST,
                reviewing,
                glass(
                        """
                        , "end": "ACCEPTED", "endedAt": "2026-03-02T14:00:00Z",
                         "review": {"accepted": true, "by": "cleo", "at": "2026-03-02T14:00:00Z",
                                    "note": "Measured since: recall 0.97"}
                        """));
    }

    private static String glass(String end) {
        return """
        {"id": "0198c2c0-1111-7222-8333-444455556666", "slug": "spam", "alias": "live",
         "from": 3, "to": 4, "reason": "A wave of spam that version 3 lets through",
         "closed": "RECALL is not measured", "brokenBy": "ben",
         "brokenAt": "2026-03-02T10:00:00Z", "expiresAt": "2026-03-03T10:00:00Z"%s}
        """
                .formatted(end);
    }
}
