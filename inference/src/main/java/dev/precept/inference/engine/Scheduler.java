package dev.precept.inference.engine;

import dev.precept.inference.sampling.Logits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Continuous batching, one step at a time: drop what is not wanted, compute a chunk of one prompt,
/// append a token to every active row.
///
/// INVARIANT: the active slots have the rows 0, 1, 2 … without gaps, in the order of the list, so
/// that one call decodes all of them; a prompt under way has a row behind them. For the engine's
/// thread.
final class Scheduler {

    private final Decoder decoder;
    private final PrefixCache prefixes;
    private final EngineMeter meter;
    private final LongSupplier nanoTime;
    private final Waiting waiting;
    private final Prefiller prefiller;
    private final List<Slot> active = new ArrayList<>();
    private final int[] tokens;
    private final int[] positions;
    private @Nullable Slot entering;

    Scheduler(Decoder decoder, PrefixCache prefixes, EngineMeter meter, LongSupplier nanoTime) {
        this.decoder = new MeteredDecoder(decoder, meter);
        this.prefixes = prefixes;
        this.meter = meter;
        this.nanoTime = nanoTime;
        this.waiting = new Waiting(prefixes);
        this.prefiller = new Prefiller(this.decoder, prefixes, meter);
        this.tokens = new int[decoder.limits().rows()];
        this.positions = new int[decoder.limits().rows()];
    }

    void submit(Generation generation) {
        waiting.add(generation);
    }

    boolean isIdle() {
        return active.isEmpty() && entering == null && waiting.size() == 0;
    }

    void step() {
        long start = nanoTime.getAsLong();
        dropUnwanted(start);
        prefill();
        decode();
        var took = Duration.ofNanos(nanoTime.getAsLong() - start);
        meter.stepped(took, waiting.size(), active.size(), prefixes.bytes());
    }

    /// Ends everything, for example because the engine stops.
    void abandon(Outcome outcome) {
        waiting.removeIf(generation -> {
            end(generation, outcome);
            return true;
        });
        if (entering != null) {
            end(entering.generation(), outcome);
            entering = null;
        }
        active.forEach(slot -> end(slot.generation(), outcome));
        active.clear();
    }

    private void dropUnwanted(long now) {
        waiting.removeIf(generation -> isUnwanted(generation, now));
        if (entering != null && isUnwanted(entering.generation(), now)) {
            entering = null;
        }
        for (int i = active.size() - 1; i >= 0; i--) {
            if (isUnwanted(active.get(i).generation(), now)) {
                vacate(i);
            }
        }
    }

    private boolean isUnwanted(Generation generation, long now) {
        if (generation.isCancelled()) {
            end(generation, new Outcome.Cancelled());
            return true;
        }
        if (generation.isExpired(now)) {
            end(generation, new Outcome.Expired(Duration.ofNanos(now - generation.submitted())));
            return true;
        }
        return false;
    }

    /// Spends one chunk's worth of tokens on prompts, so that active rows never wait for longer.
    private void prefill() {
        int budget = decoder.limits().chunk();
        while (budget > 0 && admit() instanceof Slot slot) {
            int before = slot.length();
            try {
                var logits = prefiller.advance(slot, budget);
                budget -= slot.length() - before;
                if (logits != null) {
                    enter(slot, logits);
                }
            } catch (RuntimeException e) {
                entering = null;
                end(slot.generation(), new Outcome.Failed(e));
            }
        }
    }

    /// The prompt under way, or the next one if a row is free.
    private @Nullable Slot admit() {
        while (entering == null && active.size() < decoder.limits().rows()) {
            var next = waiting.poll();
            if (next == null) {
                return null;
            }
            long now = nanoTime.getAsLong();
            var slot = new Slot(next, active.size(), now);
            entering = slot;
            try {
                prefiller.begin(slot);
                meter.admitted(now - next.submitted());
            } catch (RuntimeException e) {
                entering = null;
                end(next, new Outcome.Failed(e));
            }
        }
        return entering;
    }

    /// The prompt is computed: the slot joins the active ones, unless it is complete already.
    private void enter(Slot slot, Logits logits) {
        boolean goesOn = slot.advance(logits, nanoTime.getAsLong());
        if (goesOn && slot.row() != active.size()) {
            decoder.copy(slot.row(), active.size(), slot.length());
            slot.moveTo(active.size());
        }
        entering = null;
        if (goesOn) {
            active.add(slot);
        } else {
            finish(slot);
        }
    }

    private void decode() {
        for (int i = active.size() - 1; i >= 0; i--) {
            appendForced(i);
        }
        if (active.isEmpty()) {
            return;
        }
        for (int i = 0; i < active.size(); i++) {
            tokens[i] = active.get(i).pending().get(0);
            positions[i] = active.get(i).length();
        }
        var step = decodeTogether();
        for (int i = active.size() - 1; i >= 0; i--) {
            if (step != null) {
                advance(i, 1, step.logits(i));
            } else {
                decodeAlone(i);
            }
        }
    }

    /// Several forced tokens are a little prompt; more may follow from it.
    private void appendForced(int index) {
        var slot = active.get(index);
        while (slot.pending().size() > 1) {
            int size = slot.pending().size();
            Logits logits;
            try {
                logits = compute(slot, slot.pending());
            } catch (DecoderException e) {
                fail(index, e);
                return;
            }
            if (!advance(index, size, logits)) {
                return;
            }
        }
    }

    private Logits compute(Slot slot, Tokens forced) {
        int chunk = decoder.limits().chunk();
        int from = 0;
        while (forced.size() - from > chunk) {
            decoder.prefill(slot.row(), slot.length() + from, forced.array(), from, from + chunk);
            from += chunk;
        }
        return decoder.prefill(
                slot.row(), slot.length() + from, forced.array(), from, forced.size());
    }

    /// @return null if the step failed and nobody has advanced
    private Decoder.@Nullable Step decodeTogether() {
        try {
            return decoder.decode(0, active.size(), tokens, positions);
        } catch (DecoderException e) {
            return null;
        }
    }

    /// Finds the rows on which a step fails; the others go on.
    private void decodeAlone(int index) {
        tokens[0] = active.get(index).pending().get(0);
        positions[0] = active.get(index).length();
        Logits logits;
        try {
            logits = decoder.decode(index, 1, tokens, positions).logits(0);
        } catch (DecoderException e) {
            fail(index, e);
            return;
        }
        advance(index, 1, logits);
    }

    /// @return whether the slot goes on; if not, another may have taken its place
    private boolean advance(int index, int appended, Logits logits) {
        var slot = active.get(index);
        slot.grow(appended);
        try {
            if (slot.advance(logits, nanoTime.getAsLong())) {
                return true;
            }
        } catch (RuntimeException e) {
            fail(index, e);
            return false;
        }
        finish(slot);
        vacate(index);
        return false;
    }

    private void fail(int index, RuntimeException cause) {
        end(active.get(index).generation(), new Outcome.Failed(cause));
        vacate(index);
    }

    private void finish(Slot slot) {
        end(slot.generation(), new Outcome.Finished(slot.usage(nanoTime.getAsLong())));
    }

    /// Closes the gap with the last active row.
    private void vacate(int index) {
        var last = active.removeLast();
        if (index < active.size()) {
            decoder.copy(last.row(), index, last.length());
            last.moveTo(index);
            active.set(index, last);
        }
    }

    private void end(Generation generation, Outcome outcome) {
        meter.ended(outcome);
        GenerationEvent.record(outcome);
        generation.end(outcome);
    }
}
