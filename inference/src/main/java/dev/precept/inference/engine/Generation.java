package dev.precept.inference.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A request that was taken. Safe for use by many threads.
public final class Generation {

    private final Request request;
    private final long submitted;
    private final long number;
    private final PrefixKey prefix;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile boolean cancelled;

    Generation(Request request, PrefixKey prefix, long submitted, long number) {
        this.request = request;
        this.prefix = prefix;
        this.submitted = submitted;
        this.number = number;
    }

    /// The engine drops it before its next step.
    public void cancel() {
        cancelled = true;
    }

    /// Waits for the end, whatever it is.
    public Outcome await() throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs something at the end, on the engine's thread or at once.
    public void whenDone(Runnable action) {
        outcome.thenRun(action);
    }

    public boolean isDone() {
        return outcome.isDone();
    }

    Request request() {
        return request;
    }

    PrefixKey prefix() {
        return prefix;
    }

    long submitted() {
        return submitted;
    }

    long number() {
        return number;
    }

    boolean isCancelled() {
        return cancelled;
    }

    boolean isExpired(long now) {
        return now - submitted > request.patience().toNanos();
    }

    void end(Outcome how) {
        outcome.complete(how);
    }
}
