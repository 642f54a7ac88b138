package dev.precept.inference.harmony;

import dev.precept.inference.tokenizer.Tokenizer;
import java.util.Arrays;

/// Collects the ids of messages: special tokens by id, everything else as ordinary text.
final class IdWriter {

    private final Tokenizer tokenizer;
    private int[] ids = new int[256];
    private int length;

    IdWriter(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    IdWriter special(int id) {
        return append(id);
    }

    IdWriter text(String text) {
        return append(tokenizer.encode(text));
    }

    int[] ids() {
        return Arrays.copyOf(ids, length);
    }

    private IdWriter append(int... more) {
        if (length + more.length > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(2 * ids.length, length + more.length));
        }
        System.arraycopy(more, 0, ids, length, more.length);
        length += more.length;
        return this;
    }
}
