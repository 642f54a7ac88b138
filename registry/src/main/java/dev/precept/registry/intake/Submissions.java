package dev.precept.registry.intake;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.Purpose;
import dev.precept.registry.item.Items;
import dev.precept.registry.item.NewItem;
import dev.precept.registry.queue.JobQueue;
import dev.precept.registry.queue.NewJob;
import java.util.List;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one way in: items and their jobs, in one transaction.
@Component
class Submissions {

    private final Items items;
    private final JobQueue queue;

    Submissions(Items items, JobQueue queue) {
        this.items = items;
        this.queue = queue;
    }

    static ItemId newId() {
        return new ItemId(UuidVersion7Strategy.INSTANCE.generateUuid(null));
    }

    @Transactional
    void submit(List<Submission> submissions, Lane lane, @Nullable BatchId batch) {
        items.add(submissions.stream().map(Submission::item).toList());
        queue.enqueue(
                submissions.stream()
                        .flatMap(submission ->
                                submission.policies().stream()
                                        .map(asked ->
                                                new NewJob(
                                                        submission.item().id(),
                                                        asked.version(),
                                                        purpose(submission.item()),
                                                        lane,
                                                        batch,
                                                        asked.alias())))
                        .toList());
    }

    private static Purpose purpose(NewItem item) {
        return item.playground() ? Purpose.PLAYGROUND : Purpose.LIVE;
    }
}
