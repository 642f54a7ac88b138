package dev.precept.registry.queue;

import dev.precept.contracts.intake.BatchId;
import dev.precept.contracts.problem.PreceptException;
import java.util.List;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Puts work into the queue and takes it back, within the caller's transaction.
public interface JobQueue {

    @Transactional(propagation = Propagation.MANDATORY)
    void enqueue(List<NewJob> jobs);

    /// Takes back every job of the batch that has not ended.
    ///
    /// @return how many
    @Transactional(propagation = Propagation.MANDATORY)
    int cancelBatch(BatchId batch);

    /// @throws PreceptException `overloaded`, with the seconds to wait before another try
    void requireRoom();
}
