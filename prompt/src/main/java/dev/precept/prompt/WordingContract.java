package dev.precept.prompt;

import java.util.List;
import java.util.stream.Stream;

/// What a proposed wording may say: `{"rule":"SP1","text":"…","why":"…"}`, one line of JSON without
/// spaces between its members.
///
/// @param rules ids of the rules that may be reworded, in the order of the document
/// @param additions [#NEW_VIOLATES] and [#NEW_SAFE], as far as there may be a new rule
public record WordingContract(List<String> rules, List<String> additions) {

    /// In place of an id: a new rule that content can break.
    public static final String NEW_VIOLATES = "NEW VIOLATES";

    /// In place of an id: a new rule that allows content.
    public static final String NEW_SAFE = "NEW SAFE";

    /// Bytes of wording after which the grammar closes it, at the end of a character.
    public static final int TEXT_BYTES = 600;

    /// Bytes of explanation after which the grammar closes it.
    public static final int WHY_BYTES = 320;

    /// More than the bytes of all names and brackets, two last characters and the end of the
    /// answer.
    private static final int FRAME = 100;

    /// @throws IllegalArgumentException if nothing may be changed
    public WordingContract {
        rules = rules.stream().distinct().toList();
        additions = List.copyOf(additions);
        if (rules.isEmpty() && additions.isEmpty()) {
            throw new IllegalArgumentException("a wording needs a rule that may be changed");
        }
    }

    /// What `rule` may be.
    public List<String> places() {
        return Stream.concat(rules.stream(), additions.stream()).toList();
    }

    /// How many bytes an answer has at most, and so how many tokens.
    public int mostBytes() {
        int place = places().stream().mapToInt(Instructions::bytes).max().orElse(0);
        return FRAME + place + TEXT_BYTES + WHY_BYTES;
    }
}
