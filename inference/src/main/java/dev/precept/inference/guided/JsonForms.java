package dev.precept.inference.guided;

import dk.brics.automaton.Automaton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// Automata for pieces of JSON, over bytes.
final class JsonForms {

    private JsonForms() {}

    static Automaton literal(String text) {
        var bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return Automaton.makeString(bytes);
    }

    /// One of these texts as a JSON string.
    static Automaton oneOf(List<String> texts) {
        return Automaton.union(
                texts.stream()
                        .map(text -> literal(JsonMapper.shared().writeValueAsString(text)))
                        .toList());
    }

    /// A list of so many of these texts.
    static Automaton listOf(List<String> texts, int least, int most) {
        if (texts.isEmpty()) {
            return literal("[]");
        }
        var one = oneOf(texts);
        var more = sequence(literal(","), one).repeat(0, most - 1);
        var full = sequence(literal("["), one, more, literal("]"));
        return least == 0 ? full.union(literal("[]")) : full;
    }

    /// A JSON string of at least one character, in well-formed UTF-8 without control characters.
    static Automaton text() {
        return sequence(literal("\""), character().repeat(1), literal("\""));
    }

    private static Automaton character() {
        return Automaton.union(
                List.of(
                        range(0x20, 0x21),
                        range(0x23, 0x5B),
                        range(0x5D, 0x7E),
                        sequence(literal("\\"), Automaton.makeCharSet("\"\\n")),
                        // UTF-8 without C1 controls, overlong forms, surrogates and what is past
                        // U+10FFFF.
                        utf8(0xC2, 0xC2, 0xA0, 0xBF, 0),
                        utf8(0xC3, 0xDF, 0x80, 0xBF, 0),
                        utf8(0xE0, 0xE0, 0xA0, 0xBF, 1),
                        utf8(0xE1, 0xEC, 0x80, 0xBF, 1),
                        utf8(0xED, 0xED, 0x80, 0x9F, 1),
                        utf8(0xEE, 0xEF, 0x80, 0xBF, 1),
                        utf8(0xF0, 0xF0, 0x90, 0xBF, 2),
                        utf8(0xF1, 0xF3, 0x80, 0xBF, 2),
                        utf8(0xF4, 0xF4, 0x80, 0x8F, 2)));
    }

    private static Automaton utf8(int lead, int lastLead, int second, int lastSecond, int more) {
        return sequence(
                range(lead, lastLead),
                range(second, lastSecond),
                sequence(
                        IntStream.range(0, more)
                                .mapToObj(_ -> range(0x80, 0xBF))
                                .toArray(Automaton[]::new)));
    }

    private static Automaton range(int from, int to) {
        return Automaton.makeCharRange((char) from, (char) to);
    }

    static Automaton sequence(Automaton... parts) {
        return Automaton.concatenate(List.of(parts));
    }
}
