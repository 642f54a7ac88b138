package dev.precept.inference.similarity;

import dev.precept.inference.embedding.TextEmbedder;
import dev.precept.inference.embedding.Tokens;
import dev.precept.prompt.Passage;
import java.util.ArrayList;
import java.util.List;

/// Cuts a passage into overlapping windows: every part by itself, and every two neighbouring parts
/// together, because a reply may break a rule only as an answer.
///
/// @param truncated whether windows beyond the limit were left out
record Windows(List<Window> list, boolean truncated) {

    static final int LENGTH = 480;
    static final int OVERLAP = 64;
    static final int LIMIT = 48;

    record Window(Tokens tokens, int from, int to) {}

    /// Whether a window holds nothing but words that the vocabulary cannot spell.
    static boolean isEmpty(Window window) {
        return window.tokens().unknown() == window.tokens().count();
    }

    static Windows of(Passage passage, TextEmbedder embedder) {
        var windows = new ArrayList<Window>();
        boolean truncated = false;
        String previous = null;
        for (var part : passage.parts()) {
            truncated |= !add(embedder.tokenize(part.text()), windows);
            if (previous != null) {
                truncated |= !add(embedder.tokenize(previous + "\n" + part.text()), windows);
            }
            previous = part.text();
            if (windows.size() >= LIMIT && part != passage.parts().getLast()) {
                truncated = true;
                break;
            }
        }
        return new Windows(List.copyOf(windows), truncated);
    }

    /// Whether all of it found room.
    private static boolean add(Tokens tokens, List<Window> windows) {
        for (int from = 0; from < tokens.count(); from += LENGTH - OVERLAP) {
            if (windows.size() == LIMIT) {
                return false;
            }
            int to = Math.min(tokens.count(), from + LENGTH);
            windows.add(new Window(tokens, from, to));
            if (to == tokens.count()) {
                break;
            }
        }
        return true;
    }
}
