package dev.precept.inference.engine;

import dev.precept.inference.engine.Decoder.Snapshot;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Snapshots of prefixes within a budget of bytes.
///
/// When room is needed, the prefix that was used longest ago goes first, but none that a waiting
/// request refers to. For the engine's thread, except [#keys].
final class PrefixCache implements AutoCloseable {

    private final long budget;
    private final LinkedHashMap<PrefixKey, Snapshot> recent = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<PrefixKey, Integer> references = new HashMap<>();
    private long bytes;
    private volatile List<PrefixKey> keys = List.of();

    PrefixCache(long budget) {
        this.budget = budget;
    }

    /// A request waits that will want this prefix.
    void retain(PrefixKey key) {
        references.merge(key, 1, Integer::sum);
    }

    /// The request waits no longer.
    void release(PrefixKey key) {
        references.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }

    @Nullable Snapshot get(PrefixKey key) {
        return recent.get(key);
    }

    /// Makes room for so many bytes.
    ///
    /// @return whether there is room now
    boolean makeRoom(long needed) {
        Iterator<Map.Entry<PrefixKey, Snapshot>> eldest = recent.entrySet().iterator();
        while (bytes + needed > budget && eldest.hasNext()) {
            var entry = eldest.next();
            if (!references.containsKey(entry.getKey())) {
                eldest.remove();
                drop(entry.getValue());
                keys = List.copyOf(recent.keySet());
            }
        }
        return bytes + needed <= budget;
    }

    /// Keeps a snapshot for which there is room.
    void put(PrefixKey key, Snapshot snapshot) {
        var earlier = recent.put(key, snapshot);
        bytes += snapshot.bytes();
        if (earlier != null) {
            drop(earlier);
        }
        keys = List.copyOf(recent.keySet());
    }

    long bytes() {
        return bytes;
    }

    /// The kept prefixes, as of the last change.
    List<PrefixKey> keys() {
        return keys;
    }

    @Override
    public void close() {
        recent.values().forEach(this::drop);
        recent.clear();
    }

    private void drop(Snapshot snapshot) {
        bytes -= snapshot.bytes();
        snapshot.close();
    }
}
