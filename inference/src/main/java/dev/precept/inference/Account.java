package dev.precept.inference;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a writing engine came to its judgement: for reviewers and for routing, not for end users.
///
/// @param reasoning what the model wrote before it answered; it may quote the passage and may be
///   wrong about the policy; null from an engine that does not reason
/// @param allowedMass probability that the model gave to well-formed answers at the deciding token,
///   between 0 and 1; far below 1 is a sign of bad health
public record Account(
        @Nullable String reasoning,
        double allowedMass,
        Set<Flag> flags,
        TokenCounts tokens,
        Timing timing) {

    /// Of an engine that writes nothing.
    public static final Account NONE =
            new Account(null, 1, Set.of(), new TokenCounts(0, 0, 0, 0), Timing.NONE);

    public Account {
        flags = Set.copyOf(flags);
    }

    /// Shows no reasoning: it may quote content.
    @Override
    public String toString() {
        return "Account[" + flags + ", " + tokens + ", " + timing + "]";
    }

    /// What a person should know before trusting the judgement.
    public enum Flag {
        /// The passage addresses the classifier or imitates markup of a prompt.
        SUSPECTED_INJECTION,
        /// The answer cites a rule that the policy does not have; it was dropped.
        UNKNOWN_RULE,
        /// The answer cites a Safe rule for a violation, or the other way round.
        RULE_OF_OTHER_SIDE,
        /// The answer names a label that the policy does not have, or one that none of its rules
        /// carries.
        UNKNOWN_LABEL,
        /// The answer could not be read.
        UNREADABLE,
        /// Control tokens stood where the format has none.
        MALFORMED,
        /// The model reached its budget, and its reasoning was cut.
        REASONING_CUT
    }

    /// Tokens of one judgement.
    ///
    /// @param cached tokens of the prompt that were not computed, since another content had the
    ///   same
    public record TokenCounts(int prompt, int cached, int reasoning, int answer) {}

    /// Where the time went.
    public record Timing(Duration queued, Duration prefill, Duration decode) {

        /// Nothing was measured.
        public static final Timing NONE = new Timing(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
