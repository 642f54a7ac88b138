package dev.precept.registry.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.Map;

/// Requests around rollouts, as somebody would send them for the policy `spam`.
final class RolloutExamples {

    private static final Map<String, String> EXAMPLES =
            Map.of(
                    "/v1/policies/{slug}/rollouts",
                    """
                    {"alias": "live", "kind": "CANARY", "candidate": 4, "steps": [1, 5, 25, 50],
                     "stepMinutes": 60,
                     "limits": {"disagreement": 0.05, "undetermined": 0.1, "minimum": 50},
                     "reason": "Adds rule S4"}
                    """,
                    "/v1/policies/{slug}/rollouts/{id}/step",
                    """
                    {"share": 25, "reason": "No disagreement in an hour"}
                    """,
                    "/v1/policies/{slug}/rollouts/{id}/promote",
                    """
                    {"reason": "1.2 % disagree, all of them right"}
                    """,
                    "/v1/policies/{slug}/activations",
                    """
                    {"alias": "live", "version": 4, "at": "2027-01-01T08:00:00+01:00",
                     "zone": "Europe/Berlin", "reason": "Agreed for the new year"}
                    """,
                    "/v1/policies/{slug}/aliases/{alias}/break-glass",
                    """
                    {"version": 4, "reason": "A wave of spam that version 3 lets through", "hours": 24}
                    """,
                    "/v1/policies/{slug}/break-glass/{id}/review",
                    """
                    {"accepted": true, "note": "Measured since: recall 0.97"}
                    """);

    private RolloutExamples() {}

    static void add(OpenAPI api) {
        EXAMPLES.forEach((path, example) -> {
            var item = api.getPaths().get(path);
            if (item != null && item.getPost() != null && item.getPost().getRequestBody() != null) {
                item.getPost()
                        .getRequestBody()
                        .getContent()
                        .values()
                        .forEach(media -> media.setExample(example));
            }
        });
    }
}
