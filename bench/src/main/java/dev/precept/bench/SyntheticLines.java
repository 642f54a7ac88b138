package dev.precept.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Random;
import java.util.StringJoiner;

/// Batch lines of invented, mild sentences, the same for the same seed.
final class SyntheticLines {

    private static final String[] WORDS = {
        "the", "garden", "needs", "water", "before", "noon", "please", "send", "notes", "about",
        "our", "meeting", "my", "parcel", "arrived", "with", "a", "small", "gift", "inside",
        "click", "here", "for", "free", "tickets", "tomorrow", "train", "is", "late", "again",
        "recipe", "calls", "two", "eggs", "and", "flour", "account", "update", "today", "thanks"
    };
    private static final int LINES_PER_CHUNK = 200;

    private final String policy;
    private final int count;
    private final int words;

    /// @param words of each text
    SyntheticLines(String policy, int count, int words) {
        this.policy = policy;
        this.count = count;
        this.words = words;
    }

    InputStream stream() {
        return new SequenceInputStream(chunks());
    }

    private Enumeration<InputStream> chunks() {
        var random = new Random(7);
        return Collections.enumeration(
                new AbstractList<InputStream>() {
                    @Override
                    public InputStream get(int chunk) {
                        return chunk(chunk * LINES_PER_CHUNK, random);
                    }

                    @Override
                    public int size() {
                        return Math.ceilDiv(count, LINES_PER_CHUNK);
                    }
                });
    }

    private InputStream chunk(int from, Random random) {
        var text = new StringBuilder();
        for (int line = from; line < Math.min(from + LINES_PER_CHUNK, count); line++) {
            text.append("{\"custom_id\":\"line-")
                    .append(line)
                    .append("\",\"policies\":[\"")
                    .append(policy)
                    .append("\"],\"content\":{\"kind\":\"message\",\"text\":\"")
                    .append(sentence(line, random))
                    .append("\"}}\n");
        }
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String sentence(int line, Random random) {
        var sentence = new StringJoiner(" ");
        for (int word = 1; word < words; word++) {
            sentence.add(WORDS[random.nextInt(WORDS.length)]);
        }
        return sentence.add(Integer.toString(line)).toString();
    }
}
