package dev.precept.console.testing;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.queue.DeadLetter;
import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.Lane;
import dev.precept.contracts.queue.QueueApi;
import dev.precept.contracts.queue.QueueStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A queue with a depth that can be set, and dead letters that leave when they are queued again.
public final class FakeQueueApi implements QueueApi {

    private final Clock clock;
    private final List<DeadLetter> dead = new ArrayList<>();
    private int depth = 40;

    public FakeQueueApi(Clock clock) {
        this.clock = clock;
    }

    public void add(DeadLetter letter) {
        dead.add(letter);
    }

    public void depth(int jobs) {
        depth = jobs;
    }

    @Override
    public QueueStatus status() {
        return at(0, depth);
    }

    @Override
    public List<QueueStatus> history() {
        return IntStream.rangeClosed(1, 120)
                .mapToObj(i -> at(600 - i * 5, (int) (60 + 50 * Math.sin(i / 9.0))))
                .toList();
    }

    private QueueStatus at(int secondsAgo, int bulk) {
        return new QueueStatus(
                clock.instant().minusSeconds(secondsAgo),
                Map.of(Lane.INTERACTIVE, bulk / 8, Lane.BULK, bulk),
                4,
                dead.size(),
                bulk / 10.0,
                8 + bulk / 30.0);
    }

    @Override
    public Page<DeadLetter> deadLetters(@Nullable String cursor) {
        return new Page<>(dead, null);
    }

    @Override
    public void requeue(JobId id) {
        dead.removeIf(letter -> letter.jobId().equals(id));
    }
}
