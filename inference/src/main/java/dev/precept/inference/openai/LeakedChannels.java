package dev.precept.inference.openai;

import dev.precept.inference.harmony.Answer;
import dev.precept.inference.harmony.Answer.Message;
import dev.precept.inference.harmony.Channel;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// Reads answers of servers that leave reasoning and channels in the text.
final class LeakedChannels {

    private static final Pattern CHANNEL =
            Pattern.compile(
                    "<\\|channel\\|>([a-z]+)[^<]*(?:<\\|constrain\\|>[^<]*)?<\\|message\\|>(.*?)(?=<\\|(?:end|return|start|channel)\\|>|\\z)",
                    Pattern.DOTALL);
    private static final Pattern THOUGHT =
            Pattern.compile("\\A\\s*<think>(.*?)(?:</think>|\\z)(.*)\\z", Pattern.DOTALL);

    private LeakedChannels() {}

    /// @param reasoning what the server itself told apart; may be empty
    static Answer read(String reasoning, String text, boolean ended) {
        var thought = THOUGHT.matcher(text);
        if (thought.matches()) {
            return answer(reasoning + thought.group(1), thought.group(2).strip(), ended);
        }
        var messages = new ArrayList<Message>();
        var channels = CHANNEL.matcher(text);
        while (channels.find()) {
            messages.add(new Message(Channel.of(channels.group(1)), channels.group(2)));
        }
        return messages.isEmpty()
                ? answer(reasoning, text, ended)
                : new Answer(messages, ended, messages.size());
    }

    private static Answer answer(String reasoning, String text, boolean ended) {
        return new Answer(Answer.of(reasoning, text).messages(), ended, 0);
    }
}
