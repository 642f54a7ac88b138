package dev.precept.registry.intake;

import dev.precept.contracts.content.Message;
import dev.precept.contracts.intake.Classification;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.intake.ModerationApi;
import dev.precept.contracts.intake.ModerationRequest;
import dev.precept.contracts.intake.ModerationResponse;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.verdict.Verdict;
import dev.precept.registry.item.NewItem;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.queue.JobQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Judges inputs in OpenAI's shape: each is an item like any other, on the interactive lane.
@Component
class Moderations {

    private final PolicyDirectory policies;
    private final JobQueue queue;
    private final Submissions submissions;
    private final VerdictWait wait;

    Moderations(
            PolicyDirectory policies, JobQueue queue, Submissions submissions, VerdictWait wait) {
        this.policies = policies;
        this.queue = queue;
        this.submissions = submissions;
        this.wait = wait;
    }

    /// @throws PreceptException `verdict-timeout` or `verdict-failed`, naming all `items`
    ModerationResponse moderate(ModerationRequest request, String submitter) {
        requireInputs(request.input());
        var asked = policies.ask(request.model());
        queue.requireRoom();
        var ids = new ArrayList<ItemId>();
        var submitted = new ArrayList<Submission>();
        for (var text : request.input()) {
            var id = Submissions.newId();
            ids.add(id);
            submitted.add(
                    new Submission(
                            new NewItem(id, new Message(text), null, Map.of(), submitter, false),
                            List.of(asked)));
        }
        submissions.submit(submitted, Lane.INTERACTIVE, null);
        var known = wait.await(ids, Duration.ofSeconds(ModerationApi.WAIT_SECONDS));
        requireVerdicts(known.values(), ids);
        return new ModerationResponse(
                "modr-" + UUID.randomUUID(),
                asked.version().toString(),
                ids.stream()
                        .map(id -> Objects.requireNonNull(known.get(id)).verdicts().getFirst())
                        .map(verdict -> ModerationResults.of(verdict, labels(verdict)))
                        .toList());
    }

    /// Of the version that judged, which the alias may have left since.
    private Collection<String> labels(Verdict verdict) {
        return policies.bundle(verdict.policyVersion().sha256()).output().labels().keySet();
    }

    private static void requireInputs(List<String> inputs) {
        if (inputs.isEmpty() || inputs.size() > ModerationRequest.MAX_INPUTS) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "There are "
                            + inputs.size()
                            + " inputs; send 1 to "
                            + ModerationRequest.MAX_INPUTS
                            + ", or more as a batch.");
        }
        for (int index = 0; index < inputs.size(); index++) {
            try {
                SubmissionRules.requireContent(new Message(inputs.get(index)));
            } catch (PreceptException refusal) {
                throw new PreceptException(
                        refusal.code(), "input[" + index + "]: " + refusal.getMessage());
            }
        }
    }

    private static void requireVerdicts(Collection<Classification> known, List<ItemId> ids) {
        long pending = count(known, Classification.Status.PENDING);
        long failed = count(known, Classification.Status.FAILED);
        if (pending == 0 && failed == 0) {
            return;
        }
        var items = Map.<String, Object>of("items", ids.stream().map(ItemId::toString).toList());
        if (pending > 0) {
            throw new PreceptException(
                    ErrorCode.VERDICT_TIMEOUT,
                    pending
                            + " of "
                            + ids.size()
                            + " inputs had no verdict after "
                            + ModerationApi.WAIT_SECONDS
                            + " seconds. They are judged all the same: ask for each of the items"
                            + " under /v1/classifications/{id} later, and do not send them again.",
                    items);
        }
        throw new PreceptException(
                ErrorCode.VERDICT_FAILED,
                failed
                        + " of "
                        + ids.size()
                        + " inputs were given up after the last attempt. The reason stands with"
                        + " each item under /v1/classifications/{id}; an operator can requeue it.",
                items);
    }

    private static long count(Collection<Classification> known, Classification.Status status) {
        return known.stream().filter(item -> item.status() == status).count();
    }
}
