package dev.precept.registry.intake;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.intake.ClassificationRequest;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.intake.PlaygroundRequest;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.queue.Lane;
import dev.precept.registry.access.Actor;
import dev.precept.registry.digest.Sha256;
import dev.precept.registry.item.NewItem;
import dev.precept.registry.policy.Asked;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.queue.JobQueue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Takes single contents, on the interactive lane.
@Component
class ClassificationDesk {

    private final PolicyDirectory policies;
    private final JobQueue queue;
    private final Submissions submissions;
    private final IdempotencyKeys keys;
    private final TransactionOperations transaction;
    private final JsonMapper json;

    ClassificationDesk(
            PolicyDirectory policies,
            JobQueue queue,
            Submissions submissions,
            IdempotencyKeys keys,
            TransactionOperations transaction,
            JsonMapper json) {
        this.policies = policies;
        this.queue = queue;
        this.submissions = submissions;
        this.keys = keys;
        this.transaction = transaction;
        this.json = json;
    }

    /// @return the item; with a known key the earlier one, and nothing is kept
    /// @throws PreceptException `overloaded`, or what is wrong with the request
    ItemId submit(ClassificationRequest request, String submitter, @Nullable String key) {
        SubmissionRules.requireKey(key);
        SubmissionRules.requireSubmittable(request.policies(), request.content());
        var metadata = Objects.requireNonNullElse(request.metadata(), Map.<String, String>of());
        SubmissionRules.requireNames(request.externalId(), metadata);
        var asked = request.policies().stream().map(policies::ask).toList();
        queue.requireRoom();
        var item =
                new NewItem(
                        Submissions.newId(),
                        request.content(),
                        request.externalId(),
                        metadata,
                        submitter,
                        false);
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    if (key != null) {
                        var earlier = keys.claim(submitter, key, sha256(request), item.id());
                        if (earlier.isPresent()) {
                            return earlier.get();
                        }
                    }
                    return keep(item, asked);
                }));
    }

    /// Tries a policy out, a draft included.
    ItemId tryOut(PlaygroundRequest request, Actor actor) {
        Content content = request.content();
        SubmissionRules.requireContent(content);
        var version = policies.resolveForPlayground(actor, request.policy());
        queue.requireRoom();
        return keep(
                new NewItem(Submissions.newId(), content, null, Map.of(), actor.name(), true),
                List.of(new Asked(version, null)));
    }

    private ItemId keep(NewItem item, List<Asked> asked) {
        submissions.submit(List.of(new Submission(item, asked)), Lane.INTERACTIVE, null);
        return item.id();
    }

    private String sha256(ClassificationRequest request) {
        return Sha256.hex(
                json.writer()
                        .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .writeValueAsBytes(request));
    }
}
