package dev.precept.console.testing;

import dev.precept.contracts.correction.CorrectionDraft;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.Rule.Side;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.proposal.NewProposal;
import dev.precept.contracts.proposal.ProposalApi;
import dev.precept.contracts.proposal.ProposalId;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.contracts.proposal.WordingProposal.Change;
import dev.precept.contracts.proposal.WordingProposal.Failure;
import dev.precept.contracts.proposal.WordingProposal.State;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Account;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One proposed wording in memory, alone on the last of the pages.
public final class FakeProposalApi implements ProposalApi {

    private @Nullable WordingProposal proposal;
    private @Nullable NewProposal wish;
    private List<WordingProposal> newer = List.of();

    /// What was asked for last.
    public NewProposal wish() {
        return Objects.requireNonNull(wish);
    }

    /// A proposal in a state, of a reworded rule where there is one.
    public FakeProposalApi with(State state, @Nullable Integer draft) {
        var proposed = state == State.PROPOSED;
        proposal =
                new WordingProposal(
                        new ProposalId(new UUID(9, 1)),
                        "spam",
                        1,
                        List.of(new CaseId(new UUID(7, 1)), new CaseId(new UUID(7, 2))),
                        state,
                        "ava",
                        Instant.EPOCH,
                        state.open() ? null : Instant.EPOCH,
                        proposed
                                ? new Change(
                                        "SP1",
                                        Side.VIOLATES,
                                        "Sells things.",
                                        "Sells things that nobody asked for.",
                                        "An invited offer was held against it.",
                                        2)
                                : null,
                        proposed ? Samples.MODEL : null,
                        proposed
                                ? new Account(
                                        "The plumber was asked.",
                                        1,
                                        List.of("SUSPECTED_INJECTION"),
                                        new Account.Tokens(9, 0, 3, 4),
                                        new Account.Timing(1, 2, 3))
                                : null,
                        state == State.FAILED ? new Failure("too-slow", "no answer in time") : null,
                        draft);
        return this;
    }

    /// What is there so far goes to a page of its own, after a newer one.
    public FakeProposalApi andNewer(State state) {
        var before = get(this);
        newer = List.of(get(with(state, null)));
        proposal = before;
        return this;
    }

    @Override
    public Page<WordingProposal> list(
            String slug, @Nullable Integer draft, @Nullable String cursor) {
        if (draft == null && cursor == null && !newer.isEmpty()) {
            return new Page<>(newer, "older");
        }
        var found =
                proposal == null || draft != null && !isBehind(proposal, draft)
                        ? List.<WordingProposal>of()
                        : List.of(proposal);
        return new Page<>(found, null);
    }

    /// Every version is written from the one before.
    private static boolean isBehind(WordingProposal proposal, int version) {
        return proposal.draft() != null && proposal.draft() <= version;
    }

    @Override
    public WordingProposal propose(String slug, NewProposal wish) {
        this.wish = wish;
        return get(with(State.WAITING, null));
    }

    @Override
    public WordingProposal get(String slug, ProposalId id) {
        return get(this);
    }

    private static WordingProposal get(FakeProposalApi api) {
        return Objects.requireNonNull(api.proposal);
    }

    @Override
    public WordingProposal cancel(String slug, ProposalId id) {
        return get(with(State.CANCELLED, null));
    }

    @Override
    public CorrectionDraft draft(String slug, ProposalId id) {
        if (get(this).draft() != null) {
            throw new PreceptException(ErrorCode.WRONG_STATE, "Version 2 was opened already.");
        }
        with(State.PROPOSED, 2);
        return new CorrectionDraft(2, 2);
    }
}
