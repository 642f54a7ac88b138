package dev.precept.registry.testing;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionRef;
import java.util.Objects;

/// Makes policies live the way people do: written by ava, approved and activated by ben.
public final class LivePolicies {

    /// A small document without errors: rule NO1 (label noise), rule NO2 (label haste), NO-A1 safe.
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

    private final PolicyApi author;
    private final PolicyApi approver;

    LivePolicies(ApiClients clients) {
        this.author = clients.api(PolicyApi.class, "ava", Role.POLICY_AUTHOR);
        this.approver =
                clients.api(PolicyApi.class, "ben", Role.POLICY_APPROVER, Role.POLICY_ACTIVATOR);
    }

    /// A new policy whose `live` alias points at [#TEXT].
    public PolicyVersionRef create(String slug) {
        return create(slug, TEXT);
    }

    public PolicyVersionRef create(String slug, String text) {
        author.create(new NewPolicy(slug, "Name of " + slug, "What it is.", "team"));
        var version = approve(slug, text);
        approver.pointAlias(slug, "live", new AliasTarget(version.number()));
        return version;
    }

    /// One more approved version of [#TEXT], which no alias points at.
    public PolicyVersionRef approve(String slug) {
        return approve(slug, TEXT);
    }

    public PolicyVersionRef approve(String slug, String text) {
        var number = author.draft(slug, new NewDraft(text)).summary().number();
        var sha256 = Objects.requireNonNull(author.submit(slug, number).summary().sha256());
        approver.approve(slug, number, new Approval(sha256, "fine"));
        return new PolicyVersionRef(slug, number, sha256);
    }
}
