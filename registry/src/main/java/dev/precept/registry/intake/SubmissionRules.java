package dev.precept.registry.intake;

import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Completion;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.intake.ClassificationApi;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every submission must satisfy, whichever way it comes in.
final class SubmissionRules {

    static final int MOST_POLICIES = 10;
    static final int LONGEST_KEY = 255;
    static final int LONGEST_NAME = 256;
    static final int MOST_METADATA = 16;

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

    static void requireNames(@Nullable String externalId, Map<String, String> metadata) {
        if (externalId != null && (externalId.isBlank() || externalId.length() > LONGEST_NAME)) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The externalId has "
                            + externalId.length()
                            + " characters; give 1 to "
                            + LONGEST_NAME
                            + ", or none at all.");
        }
        int longest =
                metadata.entrySet().stream()
                        .mapToInt(entry ->
                                Math.max(entry.getKey().length(), entry.getValue().length()))
                        .max()
                        .orElse(0);
        if (metadata.size() > MOST_METADATA || longest > LONGEST_NAME) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The metadata has "
                            + metadata.size()
                            + " entries, the longest of "
                            + longest
                            + " characters; at most "
                            + MOST_METADATA
                            + " entries of "
                            + LONGEST_NAME
                            + " characters are kept.");
        }
    }

    static Duration wait(int seconds) {
        if (seconds < 0 || seconds > ClassificationApi.MAX_WAIT_SECONDS) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The wait is "
                            + seconds
                            + " seconds; ask for 0 to "
                            + ClassificationApi.MAX_WAIT_SECONDS
                            + ".");
        }
        return Duration.ofSeconds(seconds);
    }

    private static boolean isBlank(Content content) {
        return switch (content) {
            case Message message -> message.text().isBlank();
            case Completion completion -> completion.text().isBlank();
            case Chat chat -> chat.turns().stream().allMatch(turn -> turn.text().isBlank());
        };
    }
}
