package dev.precept.inference.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Runs many generations at once on one model.
///
/// One platform thread makes the decoder, uses it and closes it. Everything here is safe for use by
/// many threads. Closing drains: what was taken is finished, what comes later is refused.
public final class SlotEngine implements AutoCloseable {

    private final Settings settings;
    private final LongSupplier nanoTime;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Thread thread;
    private final PrefixCache prefixes;
    private final CompletableFuture<Core> core = new CompletableFuture<>();
    private boolean accepting = true;

    /// What the engine's thread made.
    private record Core(Decoder.Limits limits, Scheduler scheduler, EngineMeter meter) {}

    /// @param prefixBytes most bytes of kept prefixes; 0 keeps none
    /// @param drain how long [#close] lets taken requests run before it cancels them
    public record Settings(long prefixBytes, Duration drain) {}

    private SlotEngine(Supplier<Decoder> model, Settings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.prefixes = new PrefixCache(settings.prefixBytes());
        this.thread = Thread.ofPlatform().name("precept-engine").unstarted(() -> run(model));
    }

    /// Starts the engine and waits for its model.
    ///
    /// @param model called once, on the engine's thread; what it throws is thrown here
    public static SlotEngine start(Supplier<Decoder> model, Settings settings) {
        return start(model, settings, System::nanoTime);
    }

    static SlotEngine start(Supplier<Decoder> model, Settings settings, LongSupplier nanoTime) {
        var engine = new SlotEngine(model, settings, nanoTime);
        engine.thread.start();
        try {
            engine.core.join();
            return engine;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /// Takes a request.
    ///
    /// @throws RefusedException if it cannot fit, or the engine stops
    public Generation submit(Request request) throws RefusedException {
        if (request.positions() > limits().context()) {
            throw RefusedException.contextOverflow(request, limits().context());
        }
        var generation =
                new Generation(
                        request,
                        PrefixKey.of(request.prompt().prefix()),
                        nanoTime.getAsLong(),
                        numbers.incrementAndGet());
        send(() -> core.join().scheduler().submit(generation));
        return generation;
    }

    private synchronized void send(Runnable message) throws RefusedException {
        if (!accepting) {
            throw RefusedException.stopped();
        }
        inbox.add(message);
    }

    public Decoder.Limits limits() {
        return core.join().limits();
    }

    public EngineFigures figures() {
        return core.join().meter().figures();
    }

    /// The prefixes that are kept, and so cost nothing to start from.
    public List<PrefixKey> warmPrefixes() {
        return prefixes.keys();
    }

    private void run(Supplier<Decoder> model) {
        try (var decoder = model.get();
                prefixes) {
            var meter = new EngineMeter(decoder.limits().rows());
            var scheduler = new Scheduler(decoder, prefixes, meter, nanoTime);
            core.complete(new Core(decoder.limits(), scheduler, meter));
            serve(scheduler);
        } catch (InterruptedException e) {
            stop(new IllegalStateException("the engine's thread was interrupted", e));
        } catch (RuntimeException e) {
            stop(e);
        } catch (Error e) {
            stop(new IllegalStateException("the engine failed: " + e, e));
            throw e;
        }
    }

    private void serve(Scheduler scheduler) throws InterruptedException {
        while (true) {
            if (scheduler.isIdle()) {
                if (isStopping() && inbox.isEmpty()) {
                    return;
                }
                inbox.take().run();
            }
            for (var next = inbox.poll(); next != null; next = inbox.poll()) {
                next.run();
            }
            scheduler.step();
        }
    }

    /// The engine is broken: nobody may wait for it any more.
    private void stop(RuntimeException cause) {
        synchronized (this) {
            accepting = false;
        }
        if (core.completeExceptionally(cause)) {
            return;
        }
        for (var next = inbox.poll(); next != null; next = inbox.poll()) {
            next.run();
        }
        core.join().scheduler().abandon(new Outcome.Failed(cause));
    }

    private synchronized boolean isStopping() {
        return !accepting;
    }

    @Override
    public void close() {
        synchronized (this) {
            accepting = false;
            inbox.add(() -> {});
        }
        try {
            if (!thread.join(settings.drain())) {
                inbox.add(() -> core.join().scheduler().abandon(new Outcome.Cancelled()));
                thread.join();
            }
        } catch (InterruptedException e) {
            inbox.add(() -> core.join().scheduler().abandon(new Outcome.Cancelled()));
            Thread.currentThread().interrupt();
        }
    }
}
