package dev.precept.registry.openapi;

import static io.swagger.v3.oas.models.PathItem.HttpMethod.DELETE;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.GET;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.POST;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.PUT;

import java.util.List;

/// Bodies of change requests that work as they stand, and what comes back.
final class RequestExamples {

    private static final String RULES_PATH = "/v1/policies/{slug}/approval-rules";
    private static final String VERSION = "/v1/policies/{slug}/versions/{number}";
    private static final String REQUEST = VERSION + "/request";
    private static final String THREADS = VERSION + "/threads";

    private static final String RULES =
            """
            "approvals": 2,
            "groups": [{"group": "legal", "approvals": 1}],
            "demands": ["AUTHOR_MAY_NOT_APPROVE", "LAST_EDITOR_MAY_NOT_APPROVE",
                        "EARLIER_EDITORS_MAY_NOT_APPROVE", "WRITERS_MAY_NOT_ACTIVATE",
                        "DECLINE_BLOCKS", "GATES_PASSED"]
            """;
    private static final String RULES_OF_POLICY = "{\"revision\": 1, %s}".formatted(RULES);

    private static final String REBASED =
            """
            {"summary": {"slug": "spam", "number": 8, "status": "DRAFT", "revision": 5,
                         "author": "ava", "createdAt": "2026-03-02T08:00:00Z",
                         "updatedAt": "2026-03-02T10:40:00Z", "aliases": []},
             "text": "---\\nlabels: ...",
             "rules": [{"id": "SP1", "side": "VIOLATES", "text": "Offers followers or likes for money.",
                        "line": 9}],
             "examples": [{"side": "VIOLATES", "ruleId": "SP1", "text": "Buy followers today",
                           "line": 15}],
             "lint": {"findings": [], "tokens": 412}}
            """;

    private final Examples examples;

    private RequestExamples(Examples examples) {
        this.examples = examples;
    }

    static void add(Examples to) {
        var requests = new RequestExamples(to);
        requests.rules();
        requests.requests();
        requests.merges();
        requests.threads();
    }

    private void rules() {
        examples.ask(PUT, RULES_PATH, "{%s}".formatted(RULES));
        examples.answer(PUT, RULES_PATH, RULES_OF_POLICY);
        examples.answer(GET, RULES_PATH, RULES_OF_POLICY);
    }

    private void requests() {
        examples.ask(POST, REQUEST + "/invitations", "{\"person\": \"nora\"}");
        var inReview =
                """
                {"status": "IN_REVIEW", "submission": 1, "sha256": "%s", "base": 3,
                 "rules": %s,
                 "people": {"author": "ava", "lastEditor": "ava", "editors": ["ava"],
                            "invited": ["nora"]},
                 "asked": [{"needed": 2, "agreed": ["ben"]},
                           {"group": "legal", "needed": 1, "agreed": []}],
                 "missing": ["1 more approval is needed.",
                             "1 more approval from the group legal is needed."],
                 "you": {"noWrite": "Only who wrote it or was invited to it does that.",
                         "noConclude": "1 more approval is needed.",
                         "noWithdraw": "Only who wrote it or was invited to it does that.",
                         "noActivate": "It is not approved."}}
                """
                        .formatted(Shown.BUNDLE, RULES_OF_POLICY);
        var draft =
                """
                {"status": "DRAFT", "submission": 1, "base": 3,
                 "rules": %s,
                 "people": {"author": "ava", "lastEditor": "ava", "editors": ["ava"],
                            "invited": ["nora"]},
                 "asked": [{"needed": 2, "agreed": []},
                           {"group": "legal", "needed": 1, "agreed": []}],
                 "missing": ["It is a draft: submit it."],
                 "you": {"noApprove": "It is not in review.", "noDecline": "It is not in review.",
                         "noConclude": "It is not in review.", "noWithdraw": "It is not in review.",
                         "noActivate": "It is not approved."}}
                """
                        .formatted(RULES_OF_POLICY);
        examples.answer(GET, REQUEST, inReview);
        examples.answer(POST, REQUEST + "/withdraw", draft);
        examples.answer(POST, REQUEST + "/invitations", draft);
        examples.answer(POST, REQUEST + "/reopen", draft);
        var alone = draft.replace("[\"nora\"]", "[]");
        examples.answer(DELETE, REQUEST + "/invitations/{person}", alone);
        examples.answer(
                POST,
                REQUEST + "/close",
                draft.replace("\"DRAFT\"", "\"CLOSED\"")
                        .replace("It is a draft: submit it.", "It is closed: reopen it."));
        examples.answer(
                POST,
                REQUEST + "/conclude",
                """
                {"status": "APPROVED", "submission": 1, "sha256": "%s", "base": 3,
                 "rules": %s,
                 "people": {"author": "ava", "lastEditor": "ava", "editors": ["ava"], "invited": []},
                 "asked": [{"needed": 2, "agreed": ["ben", "cleo"]},
                           {"group": "legal", "needed": 1, "agreed": ["cleo"]}],
                 "missing": [],
                 "you": {"noApprove": "It is not in review.", "noDecline": "It is not in review.",
                         "noConclude": "It is not in review.",
                         "noWithdraw": "It is not in review."}}
                """
                        .formatted(Shown.BUNDLE, RULES_OF_POLICY));
    }

    private void merges() {
        examples.ask(
                PUT,
                REQUEST + "/merge",
                "{\"revision\": 4, \"onto\": 7, \"text\": \"---\\nlabels: ...\"}");
        examples.answer(PUT, REQUEST + "/merge", REBASED);
        examples.answer(
                GET,
                REQUEST + "/merge",
                """
                {"base": 6, "onto": 7, "revision": 4, "conflicts": 1,
                 "chunks": [{"kind": "SAME", "base": ["## Violates"], "mine": ["## Violates"],
                             "theirs": ["## Violates"]},
                            {"kind": "CONFLICT", "base": ["- **SP1** Sells followers."],
                             "mine": ["- **SP1** Sells followers or likes."],
                             "theirs": ["- **SP1** Offers followers for money."]}]}
                """);
    }

    private void threads() {
        examples.ask(
                POST,
                THREADS,
                "{\"anchor\": {\"rule\": \"SP2\"}, \"text\": \"Does this cover raffles?\"}");
        examples.ask(
                POST,
                THREADS + "/{id}/comments",
                "{\"text\": \"Yes, with the words of the second example.\"}");
        var asked =
                "{\"author\": \"ben\", \"text\": \"Does this cover raffles?\", \"writtenAt\": \"2026-03-02T10:00:00Z\"}";
        var said =
                asked
                        + ", {\"author\": \"ava\", \"text\": \"Yes, with the words of the second example.\", \"writtenAt\": \"2026-03-02T10:20:00Z\"}";
        examples.answer(POST, THREADS, thread("", asked));
        for (var action : List.of("comments", "reopen")) {
            examples.answer(POST, THREADS + "/{id}/" + action, thread("", said));
        }
        examples.answer(GET, THREADS, Shown.page(thread("", said)));
        examples.answer(
                POST,
                THREADS + "/{id}/resolve",
                thread(
                        "\"resolvedBy\": \"ben\", \"resolvedAt\": \"2026-03-02T10:30:00Z\", ",
                        said));
    }

    private static String thread(String resolved, String comments) {
        return """
        {"id": "0198c2d0-1111-7222-8333-444455556666", "anchor": {"rule": "SP2"},
         "quote": "Invites people to a lottery.", "revision": 4, %s"comments": [%s]}
        """
                .formatted(resolved, comments);
    }
}
