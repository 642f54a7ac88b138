package dev.precept.contracts.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an engine that writes came to its verdict: for reviewers and for routing, never for end
/// users.
///
/// @param reasoning what the model wrote before it answered; it may quote the content and may be
///   wrong about the policy
/// @param allowedMass probability of well-formed answers at the deciding token, 0 to 1; far below 1
///   is a sign of bad health
/// @param flags what a person should know before trusting the verdict, for example
///   `SUSPECTED_INJECTION`
public record Account(
        @Nullable String reasoning,
        double allowedMass,
        List<String> flags,
        Tokens tokens,
        Timing timing) {

    public static final int MAX_REASONING = 200_000;

    public Account {
        flags = List.copyOf(flags);
        if (reasoning != null && reasoning.length() > MAX_REASONING) {
            boolean inside = Character.isHighSurrogate(reasoning.charAt(MAX_REASONING - 1));
            reasoning = reasoning.substring(0, MAX_REASONING - (inside ? 1 : 0));
        }
    }

    /// For those who may not see contents.
    public Account withoutReasoning() {
        return new Account(null, allowedMass, flags, tokens, timing);
    }

    /// Shows no reasoning: it may quote content.
    @Override
    public String toString() {
        return "Account[" + flags + ", " + tokens + ", " + timing + "]";
    }

    /// Tokens of one verdict.
    ///
    /// @param cached tokens of the prompt that were kept from an earlier content
    public record Tokens(int prompt, int cached, int reasoning, int answer) {}

    /// Where the engine's time went, in milliseconds.
    public record Timing(long queuedMillis, long prefillMillis, long decodeMillis) {}
}
