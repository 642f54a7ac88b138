package dev.precept.console.testing;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.OutputContract;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.policy.ReviewThresholds;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.CaseReason;
import dev.precept.contracts.review.CaseState;
import dev.precept.contracts.review.ReviewCase;
import dev.precept.contracts.verdict.Confidence;
import dev.precept.contracts.verdict.ModelCard;
import dev.precept.contracts.verdict.Outcome;
import dev.precept.contracts.verdict.Timings;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.contracts.verdict.VerdictId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Mild sample values.
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    public static final String SHA = "ab".repeat(32);

    public static final String POLICY_TEXT =
            """
            ---
            labels:
              spam: [SP1, SP2]
            ---
            # Spam

            ## Instructions

            Say whether the content is unwanted bulk advertising or tries to trick people.

            ## Definitions

            - **Bulk advertising** is a message sent to many people who did not ask for it.

            ## Violates

            - **SP1** Unasked advertising of goods or services.
            - **SP2** Promises of easy money or prizes.

            ## Safe

            - **SP-A1** Recommendations between people who know each other.
            - **SP-A2** Official notices about a person's own account.

            ## Examples

            - **VIOLATES SP1** "Cheap watches for everyone, today only"
            - **SAFE SP-A1** "You should try the bakery at the corner"
            """;

    public static final ModelCard MODEL =
            new ModelCard("bge-small-en-v1.5", "cd".repeat(32), "onnxruntime 1.29.0 cpu", Map.of());

    private Samples() {}

    public static PolicyBundle bundle() {
        return new PolicyBundle(
                "spam",
                1,
                SHA,
                "Spam and scams",
                POLICY_TEXT,
                new OutputContract(
                        "json", List.of("violation"), Map.of("spam", List.of("SP1", "SP2"))),
                Effort.LOW,
                new ReviewThresholds(0.6, 0.02),
                List.of(
                        new Rule("SP1", Rule.Side.VIOLATES, "Unasked advertising of goods.", 16),
                        new Rule("SP2", Rule.Side.VIOLATES, "Promises of easy money.", 17),
                        new Rule("SP-A1", Rule.Side.SAFE, "Recommendations between friends.", 21)),
                List.of());
    }

    public static Verdict verdict(Outcome outcome) {
        return new Verdict(
                new VerdictId(UUID.randomUUID()),
                new ItemId(UUID.randomUUID()),
                new PolicyVersionRef("spam", 1, SHA),
                outcome,
                outcome == Outcome.VIOLATES ? List.of("spam") : List.of(),
                outcome == Outcome.VIOLATES ? List.of("SP2") : List.of("SP-A1"),
                new Confidence(0.54, Confidence.Source.SIMILARITY_MARGIN),
                "Closest to SP2 (violates) 0.71; closest allowed: SP-A1 0.52",
                MODEL,
                new Timings(12, 7, 24),
                false,
                NOW,
                null);
    }

    public static ReviewCase openCase() {
        return openCase(Outcome.VIOLATES);
    }

    public static ReviewCase openCase(Outcome outcome) {
        return new ReviewCase(
                new CaseId(UUID.randomUUID()),
                CaseState.OPEN,
                CaseReason.LOW_CONFIDENCE,
                0,
                verdict(outcome),
                NOW,
                null,
                null,
                null);
    }

    /// Version 1 of spam, written by ava.
    public static PolicyVersionSummary version(
            PolicyVersionStatus state, int revision, List<String> aliases) {
        var approved = state == PolicyVersionStatus.APPROVED;
        return new PolicyVersionSummary(
                "spam",
                1,
                state,
                revision,
                state == PolicyVersionStatus.DRAFT ? null : SHA,
                "ava",
                NOW,
                NOW,
                state == PolicyVersionStatus.DRAFT ? null : NOW,
                approved ? "ben" : null,
                approved ? NOW : null,
                aliases);
    }

    public static Content content() {
        return new Message("You have won a <b>voucher</b>, reply today");
    }
}
