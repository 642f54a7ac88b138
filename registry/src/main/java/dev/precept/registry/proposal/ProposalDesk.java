package dev.precept.registry.proposal;

import dev.precept.contracts.correction.CorrectionDraft;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.proposal.NewProposal;
import dev.precept.contracts.proposal.ProposalId;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.contracts.proposal.WordingProposal.State;
import dev.precept.registry.access.Actor;
import dev.precept.registry.correction.Corrections;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyShelf;
import dev.precept.registry.policy.RuleEdit;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people do with proposed wordings: ask for one, take it back, open a draft with it.
@Service
@Transactional
class ProposalDesk {

    /// Of one policy, so that nobody fills the queue of the workers that write.
    static final int MOST_OPEN = 10;

    private final ProposalRows rows;
    private final Corrections corrections;
    private final PolicyShelf policies;
    private final Ledger ledger;
    private final Clock clock;

    ProposalDesk(
            ProposalRows rows,
            Corrections corrections,
            PolicyShelf policies,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.corrections = corrections;
        this.policies = policies;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @param draft only those behind this version; null for all
    @Transactional(readOnly = true)
    public Page<WordingProposal> page(String slug, @Nullable Integer draft, @Nullable UUID before) {
        policies.require(slug);
        return draft == null ? rows.page(slug, before) : new Page<>(rows.behind(slug, draft), null);
    }

    @Transactional(readOnly = true)
    public WordingProposal get(String slug, ProposalId id) {
        return rows.find(id)
                .filter(found -> found.slug().equals(slug))
                .orElseThrow(() -> unknown(slug, id));
    }

    public WordingProposal propose(Actor actor, String slug, NewProposal wish) {
        var live = corrections.live(slug);
        var cases = wish.cases().stream().distinct().toList();
        var _ = corrections.corrections(slug, cases);
        if (RuleEdit.of(live.text()).rewordable().isEmpty()) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "Version %d of %s has no rule that could be put in other words."
                            .formatted(live.number(), slug));
        }
        policies.hold(slug);
        int open = rows.open(slug);
        if (open >= MOST_OPEN) {
            throw new PreceptException(
                    ErrorCode.OVERLOADED,
                    "%d wordings of %s are waited for already. Wait for one, or cancel one."
                            .formatted(open, slug));
        }
        var id = new ProposalId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        rows.insert(id, slug, live.number(), live.sha256(), cases, actor.name(), clock.instant());
        ledger.append(
                actor.name(),
                "policy.wording.requested",
                "policy:" + slug,
                Map.of(
                        "proposal", id.toString(),
                        "number", live.number(),
                        "cases", cases.size()));
        return rows.find(id).orElseThrow();
    }

    /// Cancelled already, it stays so.
    public WordingProposal cancel(Actor actor, String slug, ProposalId id) {
        var found = lock(slug, id).proposal();
        if (found.state().open()) {
            rows.cancel(id, clock.instant());
            ledger.append(
                    actor.name(),
                    "policy.wording.cancelled",
                    "policy:" + slug,
                    Map.of("proposal", id.toString()));
        } else if (found.state() != State.CANCELLED) {
            throw wrongState("The wording is %s; there is nothing to cancel.", found);
        }
        return rows.find(id).orElseThrow();
    }

    public CorrectionDraft draft(Actor actor, String slug, ProposalId id) {
        var row = lock(slug, id);
        var proposal = row.proposal();
        var text = row.text();
        if (text == null) {
            throw wrongState("The wording is %s; a draft needs one that is proposed.", proposal);
        }
        if (proposal.draft() != null) {
            throw new PreceptException(
                    ErrorCode.WRONG_STATE,
                    "Version %d was opened with this wording already.".formatted(proposal.draft()));
        }
        var draft =
                corrections.draft(actor, slug, proposal.cases(), proposal.policyVersion(), text);
        rows.drafted(id, draft.version());
        ledger.append(
                actor.name(),
                "policy.wording.drafted",
                "policy:" + slug,
                Map.of("proposal", id.toString(), "number", draft.version()));
        return draft;
    }

    private ProposalRows.Row lock(String slug, ProposalId id) {
        return rows.lock(id)
                .filter(row -> row.proposal().slug().equals(slug))
                .orElseThrow(() -> unknown(slug, id));
    }

    private static PreceptException wrongState(String detail, WordingProposal proposal) {
        return new PreceptException(ErrorCode.WRONG_STATE, detail.formatted(proposal.state()));
    }

    private static PreceptException unknown(String slug, ProposalId id) {
        return new PreceptException(
                ErrorCode.NOT_FOUND,
                "The policy %s has no proposed wording %s.".formatted(slug, id));
    }
}
