package dev.precept.contracts.access;

import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.List;

/// What waits for the caller.
///
/// @param openCases cases that the caller could claim
/// @param claimedCases cases in the caller's hands
/// @param awaitingApproval versions that the caller may approve
/// @param drafts of the caller
/// @param readyToActivate approved versions newer than what `live` points at, for activators
/// @param matters what went wrong or is owed, the gravest first
/// @param deadLetters for operators
public record Inbox(
        int openCases,
        int claimedCases,
        List<PolicyVersionSummary> awaitingApproval,
        List<PolicyVersionSummary> drafts,
        List<PolicyVersionSummary> readyToActivate,
        List<Matter> matters,
        int deadLetters) {

    public Inbox {
        awaitingApproval = List.copyOf(awaitingApproval);
        drafts = List.copyOf(drafts);
        readyToActivate = List.copyOf(readyToActivate);
        matters = List.copyOf(matters);
    }
}
