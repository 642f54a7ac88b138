package dev.precept.registry.intake;

import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Completion;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every submission must satisfy, whichever way it comes in.
final class SubmissionRules {

    static final int MOST_POLICIES = 10;
    static final int LONGEST_KEY = 255;

    private SubmissionRules() {}

    static void requireSubmittable(List<String> policies, Content content) {
        if (policies.isEmpty() || policies.size() > MOST_POLICIES) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    policies.size() + " policies are named; name 1 to " + MOST_POLICIES + ".");
        }
        requireContent(content);
    }

    static void requireContent(Content content) {
        if (isBlank(content)) {
            throw new PreceptException(
                    ErrorCode.CONTENT_EMPTY, "The content has no text; send at least a word.");
        }
        if (content.length() > Content.MAX_CHARACTERS) {
            throw new PreceptException(
                    ErrorCode.CONTENT_TOO_LARGE,
                    "The content has "
                            + content.length()
                            + " characters; at most "
                            + Content.MAX_CHARACTERS
                            + " are taken. Split it.");
        }
    }

    static void requireKey(@Nullable String idempotencyKey) {
        if (idempotencyKey != null
                && (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY)) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The Idempotency-Key has "
                            + idempotencyKey.length()
                            + " characters; give 1 to "
                            + LONGEST_KEY
                            + ", not all blank, or none at all.");
        }
    }

    private static boolean isBlank(Content content) {
        return switch (content) {
            case Message message -> message.text().isBlank();
            case Completion completion -> completion.text().isBlank();
            case Chat chat -> chat.turns().stream().allMatch(turn -> turn.text().isBlank());
        };
    }
}
