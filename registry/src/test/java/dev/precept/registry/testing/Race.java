package dev.precept.registry.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.springframework.web.client.HttpClientErrorException;

/// Calls that are made at the same moment.
public final class Race {

    /// What a call that was not refused came to.
    public static final String DONE = "done";

    private Race() {}

    /// Starts all at once; [#DONE] or the refusal's status, in the order of the tasks.
    public static List<String> of(List<? extends Callable<?>> tasks) throws Exception {
        var start = new CyclicBarrier(tasks.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    tasks.stream()
                            .map(task ->
                                    threads.submit(() -> {
                                        start.await();
                                        return task.call();
                                    }))
                            .toList();
            var outcomes = new ArrayList<String>();
            for (var result : running) {
                try {
                    result.get();
                    outcomes.add(DONE);
                } catch (ExecutionException failed) {
                    outcomes.add(
                            failed.getCause() instanceof HttpClientErrorException refusal
                                    ? String.valueOf(refusal.getStatusCode().value())
                                    : String.valueOf(failed.getCause()));
                }
            }
            return outcomes;
        }
    }
}
