package dev.precept.prompt;

import java.util.regex.Pattern;

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
            text.append(role(part.speaker())).append(':');
            for (String line : LINE_BREAK.split(part.text(), -1)) {
                text.append('\n').append(QUOTE).append(line);
            }
        }
        return text.toString();
    }

    /// Roles come from outside too: nothing but letters gets through.
    private static String role(String speaker) {
        String letters = speaker.replaceAll("[^A-Za-z]", "");
        return letters.isEmpty() ? "other" : letters;
    }
}
