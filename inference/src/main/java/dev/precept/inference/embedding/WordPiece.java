package dev.precept.inference.embedding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// BERT's uncased tokenizer: clean, strip accents, lower, split at blanks and punctuation, then
/// take the longest piece of the vocabulary again and again (Devlin et al. 2018; `BertTokenizer`).
/// Immutable; takes any text, unpaired surrogates included.
final class WordPiece {

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> heads = new HashMap<>();
    private final Map<String, Integer> tails = new HashMap<>();
    private final int unknown;
    private final int longestPiece;

    WordPiece(Map<String, Integer> vocabulary) {
        int longest = 1;
        for (var entry : vocabulary.entrySet()) {
            String piece = entry.getKey();
            if (piece.startsWith("##") && piece.length() > 2) {
                tails.put(piece.substring(2), entry.getValue());
            } else {
                heads.put(piece, entry.getValue());
            }
            longest = Math.max(longest, piece.length());
        }
        this.longestPiece = longest;
        this.unknown = id("[UNK]");
    }

    /// @throws IllegalArgumentException if the vocabulary has no such piece
    int id(String piece) {
        Integer id = heads.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary has no " + piece);
        }
        return id;
    }

    Tokens tokenize(String text) {
        var found = new Collected();
        var word = new StringBuilder();
        String clean = Normalizer.normalize(clean(text), Normalizer.Form.NFD);
        for (int i = 0; i < clean.length(); ) {
            int point = clean.codePointAt(i);
            i += Character.charCount(point);
            if (Character.getType(point) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (Characters.isBlank(point)) {
                pieces(word, found);
            } else if (Characters.isPunctuation(point)) {
                pieces(word, found);
                word.appendCodePoint(point);
                pieces(word, found);
            } else {
                word.appendCodePoint(Character.toLowerCase(point));
            }
        }
        pieces(word, found);
        return new Tokens(Arrays.copyOf(found.ids, found.count), found.unknown);
    }

    private static String clean(String text) {
        var clean = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Characters.isBlank(point)) {
                clean.append(' ');
            } else if (Characters.isIdeograph(point)) {
                clean.append(' ').appendCodePoint(point).append(' ');
            } else if (point != 0xFFFD && !Characters.isControl(point)) {
                clean.appendCodePoint(point);
            }
        }
        return clean.toString();
    }

    private void pieces(StringBuilder buffer, Collected found) {
        if (buffer.isEmpty()) {
            return;
        }
        String word = buffer.toString();
        buffer.setLength(0);
        int before = found.count;
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            found.addUnknown(unknown);
            return;
        }
        for (int start = 0; start < word.length(); ) {
            Map<String, Integer> pieces = start == 0 ? heads : tails;
            int end = Math.min(word.length(), start + longestPiece);
            Integer id = null;
            while (end > start && (id = pieces.get(word.substring(start, end))) == null) {
                end--;
            }
            if (id == null) {
                found.count = before;
                found.addUnknown(unknown);
                return;
            }
            found.add(id);
            start = end;
        }
    }

    private static final class Collected {
        private int[] ids = new int[64];
        private int count;
        private int unknown;

        private void add(int id) {
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, count * 2);
            }
            ids[count++] = id;
        }

        private void addUnknown(int id) {
            add(id);
            unknown++;
        }
    }
}
