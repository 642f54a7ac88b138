package dev.precept.registry.review;

import dev.precept.registry.access.Actor;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What waits for reviewers.
@Service
@Transactional(readOnly = true)
public class ReviewDesk {

    private final CaseQueue queue;
    private final Clock clock;

    ReviewDesk(CaseQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /// Cases that this person could claim now; escalated ones count for review leads only.
    public int free(Actor actor) {
        return queue.countFree(actor, clock.instant());
    }

    /// Cases in this person's hands.
    public int held(Actor actor) {
        return queue.countHeld(actor, clock.instant());
    }
}
