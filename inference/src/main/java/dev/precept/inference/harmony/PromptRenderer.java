package dev.precept.inference.harmony;

import dev.precept.inference.Policy.Effort;
import dev.precept.inference.tokenizer.Special;
import dev.precept.inference.tokenizer.Tokenizer;
import dev.precept.prompt.Control;
import dev.precept.prompt.Passage;
import dev.precept.prompt.Piece;
import dev.precept.prompt.PromptScript;
import java.util.List;
import java.util.Locale;

/// Encodes what [PromptScript] writes. Deterministic, and safe for use by many threads.
public final class PromptRenderer {

    private final Tokenizer tokenizer;

    public PromptRenderer(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// System and developer message.
    ///
    /// @param instructions the policy, and how to answer
    public int[] prefix(Effort effort, String instructions) {
        return ids(PromptScript.prefix(effort.name().toLowerCase(Locale.ROOT), instructions));
    }

    /// User message, and the start of the assistant's.
    public int[] suffix(Passage passage) {
        return ids(PromptScript.suffix(passage));
    }

    private int[] ids(List<Piece> pieces) {
        var writer = new IdWriter(tokenizer);
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Token token -> writer.special(id(token.control()));
                case Piece.Role role -> writer.text(role.written());
                case Piece.Words words -> writer.text(words.written());
            }
        }
        return writer.ids();
    }

    private static int id(Control control) {
        return switch (control) {
            case START -> Special.START;
            case MESSAGE -> Special.MESSAGE;
            case END -> Special.END;
        };
    }
}
