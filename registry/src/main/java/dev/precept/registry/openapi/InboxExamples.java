package dev.precept.registry.openapi;

import static io.swagger.v3.oas.models.PathItem.HttpMethod.GET;

/// What waits for an approver.
final class InboxExamples {

    private InboxExamples() {}

    static void add(Examples to) {
        to.answer(
                GET,
                "/v1/me/inbox",
                """
                {"openCases": 0, "claimedCases": 0,
                 "awaitingApproval": [
                   {"slug": "spam", "number": 5, "status": "IN_REVIEW", "revision": 3,
                    "sha256": "%s", "author": "ava", "createdAt": "2026-03-02T08:00:00Z",
                    "updatedAt": "2026-03-02T08:40:00Z", "submittedAt": "2026-03-02T08:41:00Z",
                    "aliases": []}],
                 "drafts": [], "readyToActivate": [],
                 "matters": [
                   {"kind": "BREAK_GLASS_UNREVIEWED", "slug": "spam", "version": 4,
                    "detail": "ben moved live past closed gates: a wave of spam.",
                    "since": "2026-03-02T07:30:00Z"}],
                 "deadLetters": 0}
                """
                        .formatted(Shown.BUNDLE));
    }
}
