package dev.precept.console.content;

import dev.precept.contracts.content.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a chat from lines such as `user: hello`; a line without a role goes on with the turn
/// before.
final class ChatLines {

    private static final Pattern HEAD =
            Pattern.compile("(user|assistant|system|tool):\\s*(.*)", Pattern.CASE_INSENSITIVE);

    private ChatLines() {}

    static List<Turn> parse(String text) {
        var turns = new ArrayList<Turn>();
        for (var line : text.strip().lines().toList()) {
            var head = HEAD.matcher(line);
            if (head.matches()) {
                turns.add(new Turn(Turn.Role.of(head.group(1)), head.group(2)));
            } else if (turns.isEmpty()) {
                turns.add(new Turn(Turn.Role.USER, line));
            } else {
                var before = turns.removeLast();
                turns.add(new Turn(before.role(), before.text() + "\n" + line));
            }
        }
        return List.copyOf(turns);
    }
}
