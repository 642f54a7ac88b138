package dev.precept.inference.engine;

import dev.precept.inference.sampling.Logits;
import org.jspecify.annotations.Nullable;

/// Computes prompts, one at a time, in chunks; a prefix only if it is not kept from an earlier one.
///
/// For the engine's thread.
final class Prefiller {

    private final Decoder decoder;
    private final PrefixCache prefixes;
    private final EngineMeter meter;

    Prefiller(Decoder decoder, PrefixCache prefixes, EngineMeter meter) {
        this.decoder = decoder;
        this.prefixes = prefixes;
        this.meter = meter;
    }

    /// Takes over the prefix, if it is kept.
    void begin(Slot slot) {
        if (slot.prefixLength() == 0) {
            return;
        }
        var snapshot = prefixes.get(slot.generation().prefix());
        meter.prefix(snapshot != null);
        if (snapshot != null) {
            decoder.restore(snapshot, slot.row());
            slot.startBehind(snapshot.positions());
        }
    }

    /// Computes at most so many tokens of the prompt, not across the end of its prefix.
    ///
    /// @return what may follow the prompt, or null if it is not complete yet
    @Nullable Logits advance(Slot slot, int most) {
        int from = slot.length();
        int end = from < slot.prefixLength() ? slot.prefixLength() : slot.prompt().length;
        int to = Math.min(end, from + Math.min(most, decoder.limits().chunk()));
        var logits = decoder.prefill(slot.row(), from, slot.prompt(), from, to);
        slot.grow(to - from);
        if (to == slot.prefixLength()) {
            keep(slot);
        }
        return slot.isPrefilled() ? logits : null;
    }

    private void keep(Slot slot) {
        var key = slot.generation().prefix();
        if (prefixes.makeRoom(decoder.snapshotBytes(slot.prefixLength()))) {
            prefixes.put(key, decoder.capture(slot.row(), slot.prefixLength()));
        }
    }
}
