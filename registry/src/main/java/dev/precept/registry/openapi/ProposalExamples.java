package dev.precept.registry.openapi;

import static io.swagger.v3.oas.models.PathItem.HttpMethod.GET;
import static io.swagger.v3.oas.models.PathItem.HttpMethod.POST;

/// What people corrected in the policy `spam`, and a wording that a model proposes for it.
final class ProposalExamples {

    private static final String CLUSTERS = "/v1/policies/{slug}/correction-clusters";
    private static final String PROPOSALS = "/v1/policies/{slug}/wording-proposals";
    private static final String PROPOSAL = PROPOSALS + "/{id}";
    private static final String CASES =
            """
            ["0198c1e2-6000-7000-8000-000000000001", "0198c1e2-6000-7000-8000-000000000002"]\
            """;
    private static final String WISH = "{\"cases\": %s}".formatted(CASES);
    private static final String DRAFT = "{\"version\": 5, \"guarded\": 2}";

    private final Examples examples;

    private ProposalExamples(Examples examples) {
        this.examples = examples;
    }

    static void add(Examples to) {
        var proposals = new ProposalExamples(to);
        proposals.clusters();
        proposals.proposals();
    }

    private void clusters() {
        examples.answer(
                GET,
                CLUSTERS,
                """
                {"policyVersion": 4, "unread": 0,
                 "clusters": [{"cases": %s, "right": {"SAFE": 2}, "cited": {"SP1": 2},
                   "near": [{"ruleId": "SP1", "side": "VIOLATES", "similarity": 0.71}],
                   "finding": "MISREAD", "because": "SP1 is near (0.71), and the model judged otherwise.",
                   "typical": %s}]}
                """
                        .formatted(CASES, Shown.CONTENT));
        examples.ask(POST, CLUSTERS + "/cases", WISH);
        examples.answer(
                POST,
                CLUSTERS + "/cases",
                """
                [{"id": "0198c1e2-6000-7000-8000-000000000001", "content": %s, "said": "VIOLATES",
                  "cited": ["SP1"], "right": {"outcome": "SAFE", "ruleId": "SP-A1"},
                  "reason": "The reader had asked for the offer."}]
                """
                        .formatted(Shown.CONTENT));
        examples.ask(POST, CLUSTERS + "/drafts", WISH);
        examples.answer(POST, CLUSTERS + "/drafts", DRAFT);
    }

    private void proposals() {
        examples.ask(POST, PROPOSALS, WISH);
        examples.answer(POST, PROPOSALS, proposal("WAITING", ""));
        var proposed =
                proposal(
                        "PROPOSED",
                        """
                        , "endedAt": "2026-03-02T09:41:02Z",
                         "change": {"rule": "SP1", "side": "VIOLATES",
                           "was": "Unasked advertising of goods or services.",
                           "text": "Advertising of goods or services that the reader did not ask for.",
                           "why": "An offer that somebody had asked for was held against the rule.",
                           "read": 2},
                         "model": {"name": "gpt-oss-safeguard-20b",
                           "digest": "7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730",
                           "runtime": "onnxruntime 1.29.0", "settings": {"temperature": "0.0"}}
                        """);
        examples.answer(GET, PROPOSAL, proposed);
        examples.answer(GET, PROPOSALS, Shown.page(proposed));
        examples.answer(
                POST,
                PROPOSAL + "/cancel",
                proposal("CANCELLED", ", \"endedAt\": \"2026-03-02T09:40:10Z\""));
        examples.answer(POST, PROPOSAL + "/drafts", DRAFT);
    }

    private static String proposal(String state, String end) {
        return """
        {"id": "0198c2f0-1111-7222-8333-444455556666", "slug": "spam", "policyVersion": 4,
         "cases": %s, "state": "%s", "requestedBy": "ava",
         "requestedAt": "2026-03-02T09:40:00Z"%s}
        """
                .formatted(CASES, state, end);
    }
}
