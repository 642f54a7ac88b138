package dev.precept.registry.openapi;

/// Pieces that several examples show.
final class Shown {

    static final String RUN_ID = "0198c1e0-1111-7222-8333-444455556666";
    static final String EARLIER_RUN_ID = "0198c1d2-7a3b-7c4d-8e5f-6a7b8c9d0e1f";
    static final String BUNDLE = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
    static final String CONTENT =
            "{\"kind\": \"message\", \"text\": \"Buy followers today\", \"language\": \"en\"}";

    private Shown() {}

    static String page(String item) {
        return "{\"items\": [%s]}".formatted(item);
    }

    static String list(String item) {
        return "[%s]".formatted(item);
    }

    static String version(int number) {
        return "{\"slug\": \"spam\", \"number\": %d, \"sha256\": \"%s\"}".formatted(number, BUNDLE);
    }

    /// What version 3 or 4 said of [#CONTENT].
    static String verdict(int version, String outcome) {
        boolean violates = outcome.equals("VIOLATES");
        return """
        {"id": "0198c1e2-5000-7000-8000-00000000000%d",
         "itemId": "0198c1e2-4000-7000-8000-000000000001",
         "policyVersion": %s, "outcome": "%s", "labels": [%s], "ruleIds": ["%s"],
         "confidence": {"value": 0.91, "source": "LABEL_LOGITS"},
         "rationale": "%s",
         "model": {"name": "gpt-oss-safeguard-20b",
                   "digest": "7d865e959b2466918c9863afca942d0fb89d7c9ac0c99bafc3749504ded97730",
                   "runtime": "onnxruntime 1.29.0", "settings": {"effort": "low"}},
         "timings": {"queuedMillis": 40, "inferenceMillis": 310, "totalMillis": 350},
         "truncated": false, "createdAt": "2026-03-02T09:31:20Z"}
        """
                .formatted(
                        version,
                        version(version),
                        outcome,
                        violates ? "\"spam\"" : "",
                        violates ? "SP1" : "SP-A1",
                        violates ? "Offers followers for money." : "Names no offer.");
    }
}
