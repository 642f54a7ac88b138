package dev.precept.console.proposals;

import dev.precept.contracts.policy.Rule.Side;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.contracts.proposal.WordingProposal.Change;
import dev.precept.contracts.proposal.WordingProposal.State;

/// A proposed wording in words.
final class ProposalWords {

    private ProposalWords() {}

    static String state(State state) {
        return switch (state) {
            case WAITING -> "Waiting for a worker";
            case WRITING -> "A model is writing";
            case PROPOSED -> "Written by a machine";
            case FAILED -> "No wording";
            case CANCELLED -> "Cancelled";
        };
    }

    /// For example `SP1 in other words` or `A new rule: SP4`.
    static String title(WordingProposal proposal) {
        var change = proposal.change();
        if (change == null) {
            return "A wording for version " + proposal.policyVersion();
        }
        return change.was() == null
                ? "A new rule: " + change.rule()
                : change.rule() + " in other words";
    }

    static String cases(WordingProposal proposal, Change change) {
        int all = proposal.cases().size();
        var of = all == 1 ? "the one case" : change.read() + " of " + all + " cases";
        return "The model read %s; it was told to quote none.".formatted(of);
    }

    static String side(Side side) {
        return switch (side) {
            case VIOLATES -> "Content can break it.";
            case SAFE -> "It allows content.";
        };
    }
}
