package dev.precept.registry.policy;

/// A small document without errors.
public final class SamplePolicy {

    public static final String TEXT =
            """
            ---
            labels:
              noise: [NO1]
              haste: [NO2]
            effort: low
            review:
              confidence_below: 0.7
              sample_rate: 0.5
            ---
            # Quiet hours

            ## Instructions
            Answer with one JSON object.

            ## Definitions
            - **Night**: from ten to six.

            ## Violates
            - **NO1** Invites people to play loud music at night.
            - **NO2** Urges *neighbours* to hurry
              at night.

            ## Safe
            - **NO-A1** Asks for quiet, or plays music by day.

            ## Examples
            The JSON object again.
            - **VIOLATES NO1** "Drums at midnight, come along!"
            - **VIOLATES NO2** "Run, neighbours, it is two at night!"
            - **SAFE NO-A1** "Could you turn it down after ten?"
            - **SAFE NO-A1** "Concert in the park at noon."
            """;

    private SamplePolicy() {}
}
