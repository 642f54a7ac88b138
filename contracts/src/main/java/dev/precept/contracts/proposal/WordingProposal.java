package dev.precept.contracts.proposal;

import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Account;
import dev.precept.contracts.verdict.ModelCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A wording that a model was asked for. It is the machine's until a person has taken it into a
/// draft, and the draft says where it is from.
///
/// @param policyVersion whose text it would change: the live one when it was asked for
/// @param cases what people corrected, the most typical first
/// @param change what is proposed; null until then, and until there is a draft for who may not see
///   contents
/// @param model that proposes it; null until then
/// @param account how the model came to it; null until then. Who may not see contents gets it
///   without reasoning, which may quote them
/// @param failure null unless it failed
/// @param draft the version that was opened with it; null if none was
public record WordingProposal(
        ProposalId id,
        String slug,
        int policyVersion,
        List<CaseId> cases,
        State state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Nullable Change change,
        @Nullable ModelCard model,
        @Nullable Account account,
        @Nullable Failure failure,
        @Nullable Integer draft) {

    public WordingProposal {
        cases = List.copyOf(cases);
    }

    /// For those who may not see contents: without what the model said of them, and without its
    /// words until they stand in a version.
    public WordingProposal withoutContents() {
        return new WordingProposal(
                id,
                slug,
                policyVersion,
                cases,
                state,
                requestedBy,
                requestedAt,
                endedAt,
                change == null || draft == null ? null : change.withoutWhy(),
                model,
                account == null ? null : account.withoutReasoning(),
                failure,
                draft);
    }

    /// Where it stands.
    public enum State {
        /// No worker that writes has taken it yet.
        WAITING,
        WRITING,
        PROPOSED,
        FAILED,
        CANCELLED;

        public boolean open() {
            return this == WAITING || this == WRITING;
        }
    }

    /// One rule in other words, or one more rule.
    ///
    /// @param rule its id; of a new rule, one that the policy does not have yet
    /// @param was the text that it would replace; null for a new rule
    /// @param text of the rule; the model was told not to quote content
    /// @param why what misled the verdicts, as the model sees it; may be empty
    /// @param read cases that the model was shown
    public record Change(
            String rule, Rule.Side side, @Nullable String was, String text, String why, int read) {

        Change withoutWhy() {
            return new Change(rule, side, was, text, "", read);
        }

        /// Shows no text: a model may quote content whatever it was told.
        @Override
        public String toString() {
            return "Change[" + rule + ", " + text.length() + " characters]";
        }
    }

    /// Why there is no wording.
    ///
    /// @param code stable, in kebab case
    public record Failure(String code, String detail) {}
}
