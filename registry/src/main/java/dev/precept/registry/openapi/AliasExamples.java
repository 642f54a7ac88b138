package dev.precept.registry.openapi;

import static io.swagger.v3.oas.models.PathItem.HttpMethod.GET;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.POST;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.PUT;

/// Aliases moved there and back.
final class AliasExamples {

    private static final String ALIASES = "/v1/policies/{slug}/aliases";
    private static final String ALIAS = ALIASES + "/{alias}";

    private AliasExamples() {}

    static void add(Examples examples) {
        examples.ask(PUT, ALIAS, "{\"number\": 4, \"reason\": \"Covers likes too.\", \"from\": 3}");
        examples.answer(
                PUT,
                ALIAS,
                """
                {"slug": "spam", "name": "Spam and scams", "description": "Unwanted promotion.",
                 "owningTeam": "Trust & Safety", "createdAt": "2026-02-01T08:00:00Z",
                 "aliases": {"live": 4}, "labels": ["spam"]}
                """);
        examples.answer(
                GET,
                ALIASES,
                Shown.list(alias(4, "POINTED", "Covers likes too.", ", \"previous\": 3")));
        examples.answer(
                GET,
                ALIAS + "/moves",
                Shown.page(
                        """
                        {"sequence": 12, "slug": "spam", "alias": "live", "from": 3, "to": 4,
                         "cause": "POINTED", "reason": "Covers likes too.", "movedBy": "ben",
                         "movedAt": "2026-03-02T12:00:00Z"}
                        """));
        examples.ask(
                POST,
                ALIAS + "/rollback",
                "{\"from\": 4, \"reason\": \"It catches giveaways of schools.\"}");
        examples.answer(
                POST,
                ALIAS + "/rollback",
                alias(3, "ROLLED_BACK", "It catches giveaways of schools.", ""));
    }

    private static String alias(int number, String cause, String reason, String previous) {
        return """
        {"slug": "spam", "name": "live", "number": %d, "movedBy": "ben",
         "movedAt": "2026-03-02T12:00:00Z", "cause": "%s", "reason": "%s"%s}
        """
                .formatted(number, cause, reason, previous);
    }
}
