package dev.precept.prompt;

import dev.precept.prompt.Piece.Message;
import dev.precept.prompt.Piece.Role;
import dev.precept.prompt.Piece.Token;
import dev.precept.prompt.Piece.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The prompt that gpt-oss-safeguard was trained for, piece by piece: effort in the system message,
/// the policy as the developer's, the content as the user's.
///
/// No date, since it would change the shared prefix every day; no `commentary` channel, since there
/// are no tools.
public final class PromptScript {

    private static final String SYSTEM =
            """
            You are ChatGPT, a large language model trained by OpenAI.
            Knowledge cutoff: 2024-06

            Reasoning: %s

            # Valid channels: analysis, final. Channel must be included for every message.\
            """;
    private static final String DEVELOPER = "# Instructions\n\n";

    private PromptScript() {}

    /// System and developer message.
    ///
    /// @param effort `low`, `medium` or `high`
    /// @param instructions as [Instructions#of]
    public static List<Piece> prefix(String effort, String instructions) {
        return Stream.concat(
                        message(Message.SYSTEM, system(effort)),
                        message(Message.DEVELOPER, developer(instructions)))
                .toList();
    }

    /// User message, and the start of the assistant's.
    public static List<Piece> suffix(Passage passage) {
        return Stream.concat(
                        message(Message.USER, Transcript.of(passage)),
                        Stream.of(
                                new Token(Message.ASSISTANT, Control.START),
                                new Role(Message.ASSISTANT)))
                .toList();
    }

    /// The text of the system message.
    public static String system(String effort) {
        return SYSTEM.formatted(effort);
    }

    /// The text of the developer message.
    public static String developer(String instructions) {
        return DEVELOPER + instructions;
    }

    /// All pieces as people write them.
    public static String written(List<Piece> pieces) {
        return pieces.stream().map(Piece::written).collect(Collectors.joining());
    }

    private static Stream<Piece> message(Message message, String text) {
        return Stream.of(
                new Token(message, Control.START),
                new Role(message),
                new Token(message, Control.MESSAGE),
                new Words(message, text),
                new Token(message, Control.END));
    }
}
