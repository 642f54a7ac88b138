package dev.precept.inference.engine;

import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Generations without a row, by priority, then in the order of their submission. For the engine's
/// thread.
final class Waiting {

    private final PrefixCache prefixes;
    private final PriorityQueue<Generation> queue =
            new PriorityQueue<>(
                    Comparator.comparing((Generation one) -> one.request().priority())
                            .thenComparing(Generation::number));

    Waiting(PrefixCache prefixes) {
        this.prefixes = prefixes;
    }

    void add(Generation generation) {
        prefixes.retain(generation.prefix());
        queue.add(generation);
    }

    @Nullable Generation poll() {
        var first = queue.poll();
        if (first != null) {
            prefixes.release(first.prefix());
        }
        return first;
    }

    void removeIf(Predicate<Generation> ended) {
        for (Iterator<Generation> each = queue.iterator(); each.hasNext(); ) {
            var generation = each.next();
            if (ended.test(generation)) {
                each.remove();
                prefixes.release(generation.prefix());
            }
        }
    }

    int size() {
        return queue.size();
    }
}
