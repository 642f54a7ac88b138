package dev.precept.inference.engine;

import java.util.Arrays;

/// A growing list of token ids that is used again and again.
public final class Tokens {

    private int[] ids = new int[16];
    private int size;

    public void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size++] = id;
    }

    public void addAll(int... more) {
        for (int id : more) {
            add(id);
        }
    }

    public int get(int index) {
        return ids[index];
    }

    public int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /// The list itself, valid until the next change; only the first [#size] entries count.
    int[] array() {
        return ids;
    }
}
