package dev.precept.registry.verdict;

import dev.precept.contracts.intake.ItemId;
import dev.precept.registry.signal.Signals;
import dev.precept.registry.signal.Signals.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/// Lets requests wait for items to be finished, without a thread of the database or a connection.
@Component
public class VerdictWaiters {

    /// A lost signal delays an answer by this much at most.
    private static final long TICK_MILLIS = 1_000;

    private final Map<String, List<Semaphore>> waiting = new ConcurrentHashMap<>();

    VerdictWaiters(Signals signals) {
        signals.onSignal(Channel.VERDICT, this::wake);
    }

    /// Waits until the items are finished.
    ///
    /// @param finished looked at first, after every signal for one of the items, and each second
    /// @return whether they were finished within the limit
    public boolean await(Collection<ItemId> items, Duration limit, BooleanSupplier finished)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        var bell = new Semaphore(0);
        items.forEach(item ->
                waiting.computeIfAbsent(item.toString(), key -> new CopyOnWriteArrayList<>())
                        .add(bell));
        try {
            while (!finished.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                if (bell.tryAcquire(Math.min(left, TICK_MILLIS), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            }
            return true;
        } finally {
            items.forEach(item -> forget(item.toString(), bell));
        }
    }

    private void forget(String item, Semaphore bell) {
        waiting.computeIfPresent(
                item,
                (key, bells) -> {
                    bells.remove(bell);
                    return bells.isEmpty() ? null : bells;
                });
    }

    private void wake(String item) {
        var bells =
                item.isEmpty()
                        ? waiting.values().stream().flatMap(List::stream).toList()
                        : new ArrayList<>(waiting.getOrDefault(item, List.of()));
        bells.forEach(Semaphore::release);
    }
}
