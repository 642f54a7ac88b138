package dev.precept.registry.proposal;

import dev.precept.contracts.fleet.Worker;
import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.proposal.ProposalId;
import dev.precept.contracts.proposal.WordingAnswer;
import dev.precept.contracts.proposal.WordingAnswer.Failed;
import dev.precept.contracts.proposal.WordingAnswer.Written;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.contracts.proposal.WordingProposal.Failure;
import dev.precept.contracts.proposal.WordingTask;
import dev.precept.registry.correction.Corrections;
import dev.precept.registry.digest.Sha256;
import dev.precept.registry.fleet.Fleet;
import dev.precept.registry.ledger.Ledger;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.policy.RuleEdit;
import dev.precept.registry.proposal.ProposalRows.Proposed;
import dev.precept.registry.proposal.ProposalRows.Row;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands tasks to workers that write, and takes what they wrote if it is one change of one rule.
@Service
@Transactional
class WordingTaskDesk {

    private static final int MOST_ATTEMPTS = 3;

    /// Before the second attempt; before the third, twice as long.
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Failure LOST =
            new Failure(
                    "worker-lost",
                    "The last of %d attempts was not answered.".formatted(MOST_ATTEMPTS));
    private static final Failure UNFIT =
            new Failure(
                    "unfit-wording",
                    "What the model wrote cannot stand in the text as one rule. Ask again, or word it yourself.");

    private final ProposalRows rows;
    private final Corrections corrections;
    private final PolicyDirectory policies;
    private final Fleet fleet;
    private final Ledger ledger;
    private final Clock clock;

    WordingTaskDesk(
            ProposalRows rows,
            Corrections corrections,
            PolicyDirectory policies,
            Fleet fleet,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.corrections = corrections;
        this.policies = policies;
        this.fleet = fleet;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Nothing for a worker that is not registered or stops: its claim would soon be over.
    public Optional<WordingTask> claim(WorkerId worker) {
        var present = fleet.present();
        if (present.get(worker) != Worker.Status.ACTIVE) {
            return Optional.empty();
        }
        var now = clock.instant();
        for (var next = rows.lockNext(worker, present.keySet(), now);
                next.isPresent();
                next = rows.lockNext(worker, present.keySet(), now)) {
            var task = task(next.get(), worker);
            if (task.isPresent()) {
                return task;
            }
        }
        return Optional.empty();
    }

    /// Nothing if there can be no wording any more; it has failed then.
    private Optional<WordingTask> task(Row row, WorkerId worker) {
        var proposal = row.proposal();
        if (row.attempt() >= MOST_ATTEMPTS) {
            fail(proposal, LOST, "precept");
            return Optional.empty();
        }
        rows.claim(proposal.id(), worker);
        var policy = policies.bundle(row.bundle());
        var edit = RuleEdit.of(policy.text());
        return Optional.of(
                new WordingTask(
                        proposal.id(),
                        row.attempt() + 1,
                        policy,
                        edit.rewordable(),
                        edit.extensible(),
                        corrections.corrections(
                                proposal.slug(),
                                proposal.cases().stream()
                                        .limit(WordingTask.MAX_CORRECTIONS)
                                        .toList())));
    }

    public void answer(ProposalId id, WordingAnswer answer, String actor) {
        var row =
                rows.lock(id)
                        .filter(held ->
                                held.isHeldBy(answer.claim().worker(), answer.claim().attempt()))
                        .orElseThrow(WordingTaskDesk::lost);
        switch (answer) {
            case Written written -> take(row, written, actor);
            case Failed(_, var code, var detail, var retryable) -> {
                if (retryable && row.attempt() < MOST_ATTEMPTS) {
                    rows.waitUntil(id, clock.instant().plus(PAUSE.multipliedBy(row.attempt())));
                } else {
                    fail(row.proposal(), new Failure(code, detail), actor);
                }
            }
        }
    }

    private void take(Row row, Written written, String actor) {
        requireSound(written);
        var proposal = row.proposal();
        var edited = Rewriting.of(policies.bundle(row.bundle()), written);
        if (edited.isEmpty()) {
            fail(proposal, UNFIT, actor);
            return;
        }
        var change = edited.get().change();
        rows.propose(
                proposal.id(),
                new Proposed(change, edited.get().text(), written.model(), written.account()),
                clock.instant());
        ledger.append(
                actor,
                "policy.wording.proposed",
                "policy:" + proposal.slug(),
                Map.of(
                        "proposal", proposal.id().toString(),
                        "rule", change.rule(),
                        "wording", Sha256.hex(change.text()),
                        "model", written.model().digest()));
    }

    private static void requireSound(Written written) {
        int longest = Math.max(written.text().length(), written.why().length());
        boolean oneLine = written.text().chars().noneMatch(Character::isISOControl);
        if (written.text().isBlank() || longest > WordingAnswer.MAX_TEXT || !oneLine) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A wording is one line of 1 to %,d characters, and so is its reason; the longer one has %,d."
                            .formatted(WordingAnswer.MAX_TEXT, longest));
        }
    }

    private void fail(WordingProposal proposal, Failure failure, String actor) {
        rows.fail(proposal.id(), failure, clock.instant());
        ledger.append(
                actor,
                "policy.wording.failed",
                "policy:" + proposal.slug(),
                Map.of("proposal", proposal.id().toString(), "code", failure.code()));
    }

    private static PreceptException lost() {
        return new PreceptException(
                ErrorCode.WRONG_STATE,
                "This attempt is not the current one, or nobody wants the wording any more. Drop it.");
    }
}
