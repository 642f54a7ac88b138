package dev.precept.inference.harmony;

import dev.precept.inference.Passage;
import dev.precept.inference.Policy.Effort;
import dev.precept.inference.tokenizer.Special;
import dev.precept.inference.tokenizer.Tokenizer;
import java.util.Locale;

/// Writes the prompt that gpt-oss-safeguard was trained for: effort in the system message, the
/// policy as the developer's, the content as the user's.
///
/// No date, since it would change the shared prefix every day; no `commentary` channel, since there
/// are no tools. Deterministic, and safe for use by many threads.
public final class PromptRenderer {

    private static final String SYSTEM =
            """
            You are ChatGPT, a large language model trained by OpenAI.
            Knowledge cutoff: 2024-06

            Reasoning: %s

            # Valid channels: analysis, final. Channel must be included for every message.\
            """;
    private static final String DEVELOPER = "# Instructions\n\n";

    private final Tokenizer tokenizer;

    public PromptRenderer(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// System and developer message.
    ///
    /// @param instructions the policy, and how to answer
    public int[] prefix(Effort effort, String instructions) {
        return new IdWriter(tokenizer)
                .message("system", system(effort))
                .message("developer", developer(instructions))
                .ids();
    }

    /// User message, and the start of the assistant's.
    public int[] suffix(Passage passage) {
        return new IdWriter(tokenizer)
                .message("user", Transcript.of(passage))
                .special(Special.START)
                .text("assistant")
                .ids();
    }

    /// The text of the system message, for servers that render messages themselves.
    public static String system(Effort effort) {
        return SYSTEM.formatted(effort.name().toLowerCase(Locale.ROOT));
    }

    /// The text of the developer message.
    public static String developer(String instructions) {
        return DEVELOPER + instructions;
    }
}
