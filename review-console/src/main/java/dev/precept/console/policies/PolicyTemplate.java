package dev.precept.console.policies;

/// The document that a new policy starts with.
final class PolicyTemplate {

    private static final String TEXT =
            """
            ---
            labels:
              violation: [R1]
            effort: low
            review:
              confidence_below: 0.6
              sample_rate: 0.02
            ---
            # %s

            ## Instructions
            Decide whether the content breaks a rule. Answer with one JSON object: {"violation":1,"policy_category":"violation","rule_ids":["R1"],"confidence":"high","rationale":"one sentence"}. For safe content violation is 0. A rule under Safe wins over a rule under Violates. When it is unclear, answer with low confidence: a person then decides.

            ## Definitions
            - **Term**: what it means here.

            ## Violates
            - **R1** Say what is not allowed, as one thing that can be seen in the content.

            ## Safe
            - **R-A1** Say what is allowed although it looks similar.

            ## Examples
            Answer with the JSON object described above.
            - **VIOLATES R1** "A text that breaks the rule."
            - **VIOLATES R1** "A text that just breaks the rule."
            - **SAFE R-A1** "A text that looks similar and is allowed."
            - **SAFE R-A1** "Another text near the boundary."
            """;

    private PolicyTemplate() {}

    static String of(String name) {
        return TEXT.replace("%s", name);
    }
}
