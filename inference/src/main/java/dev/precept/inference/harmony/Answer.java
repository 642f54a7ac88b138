package dev.precept.inference.harmony;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a model wrote, by channel.
///
/// @param messages in the order of writing; empty ones are left out
/// @param ended whether the model ended the last message itself
/// @param leaks control tokens at places where the format has none
public record Answer(List<Message> messages, boolean ended, int leaks) {

    /// A message of the model.
    public record Message(Channel channel, String text) {}

    public Answer {
        messages = List.copyOf(messages);
    }

    /// What a server gave that reads channels itself.
    ///
    /// @param reasoning empty if it gave none
    /// @param text empty if the model only reasoned
    public static Answer of(String reasoning, String text) {
        return new Answer(
                Stream.of(
                                new Message(Channel.ANALYSIS, reasoning),
                                new Message(Channel.FINAL, text))
                        .filter(message -> !message.text().isEmpty())
                        .toList(),
                true,
                0);
    }

    /// All analysis, message by message; empty if the model answered at once.
    public String reasoning() {
        return messages.stream()
                .filter(message -> message.channel() == Channel.ANALYSIS)
                .map(Message::text)
                .collect(Collectors.joining("\n"));
    }

    /// The last message of the channel `final`, or of no known channel if there is none; empty
    /// while the model only reasoned.
    public Optional<String> text() {
        return last(Channel.FINAL).or(() -> last(Channel.OTHER));
    }

    private Optional<String> last(Channel channel) {
        return messages.stream()
                .filter(message -> message.channel() == channel)
                .map(Message::text)
                .reduce((earlier, later) -> later);
    }

    /// Shows the sizes only: reasoning may quote content.
    @Override
    public String toString() {
        return "Answer[" + messages.size() + " messages, ended " + ended + ", leaks " + leaks + "]";
    }
}
