package dev.precept.quickstart.testing;

import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import java.io.IOException;
import java.util.Objects;

/// A policy of the kind that the tiny test model can read: its rules list words. Never sure enough,
/// so every verdict becomes a case.
public final class GardenForum {

    public static final String SLUG = "garden-forum";

    private static final String TEXT =
            """
            ---
            labels:
              garden: [SP1, SP2]
            review:
              confidence_below: 1.0
              sample_rate: 0.0
            ---
            # Words

            ## Instructions
            Decide whether the content uses a word that a rule names.

            ## Definitions
            - **Content** is what a member writes.

            ## Violates
            - **SP1** Mentions of garden, phone case or harbour.
            - **SP2** Mentions of copper, window or violin.

            ## Safe
            - **SP-A1** Everything else.

            ## Examples
            - **VIOLATES SP1** "we met in the garden"
            - **SAFE SP-A1** "we met in the street"
            """;

    private final RunningQuickstart quickstart;

    public GardenForum(RunningQuickstart quickstart) {
        this.quickstart = quickstart;
    }

    /// Written and submitted by ava, approved and activated by ben.
    public void makeLive() throws IOException, InterruptedException {
        var author = policies("policy-author");
        author.create(new NewPolicy(SLUG, "Garden forum", "Words to keep out.", "Forum"));
        var number = author.draft(SLUG, new NewDraft(TEXT)).summary().number();
        var sha256 = Objects.requireNonNull(author.submit(SLUG, number).summary().sha256());
        policies("policy-approver").approve(SLUG, number, new Approval(sha256, "A list of words."));
        policies("policy-activator").pointAlias(SLUG, Policy.LIVE, new AliasTarget(number));
    }

    private PolicyApi policies(String role) throws IOException, InterruptedException {
        return quickstart.clients(role).createClient(PolicyApi.class);
    }
}
