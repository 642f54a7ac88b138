package dev.precept.prompt;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A passage as one text: a single message of a user as it is, anything else with role marks.
///
/// Each turn is a line with the role, then its lines behind `> `. Every line of content stands
/// behind that mark, whatever breaks the line, so content cannot begin a turn of its own.
public final class Transcript {

    private static final String QUOTE = "> ";
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private Transcript() {}

    public static String of(Passage passage) {
        var parts = passage.parts();
        if (parts.size() == 1 && parts.getFirst().speaker().equals("user")) {
            return parts.getFirst().text();
        }
        var text = new StringBuilder();
        for (var part : parts) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(role(part.speaker())).append(':').append(quoted(part.text()));
        }
        return text.toString();
    }

    /// Each line of a text on a line of its own, behind the mark.
    static String quoted(String text) {
        return Stream.of(LINE_BREAK.split(text, -1))
                .collect(Collectors.joining("\n" + QUOTE, "\n" + QUOTE, ""));
    }

    /// Roles come from outside too: nothing but letters gets through.
    private static String role(String speaker) {
        String letters = speaker.replaceAll("[^A-Za-z]", "");
        return letters.isEmpty() ? "other" : letters;
    }
}
