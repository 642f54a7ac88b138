package dev.precept.inference.openai;

import dev.precept.inference.ClassificationException;
import dev.precept.inference.Wish.ReasoningListener;
import dev.precept.inference.Wording;
import dev.precept.inference.WordingWriter;
import dev.precept.inference.openai.ChatRequest.Question;
import dev.precept.inference.wording.WordingReader;
import dev.precept.prompt.WordingBrief;

/// Proposes wordings through a chat server. It cannot know how much the server's context holds: a
/// server that refuses what is too long is not asked again with less.
final class ChatServerWriter implements WordingWriter {

    private final ChatServer server;
    private final ChatServerSettings settings;

    ChatServerWriter(ChatServer server, ChatServerSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public Wording write(WordingBrief brief) throws ClassificationException, InterruptedException {
        var answer = new ChatAnswer(ReasoningListener.NONE);
        server.ask(ChatRequest.of(Question.of(brief), settings), answer);
        if (answer.cut()) {
            throw new ClassificationException(
                    "answer-too-long",
                    "the model reached %d tokens before it was done; raise precept.openai.answer-tokens"
                            .formatted(settings.answerTokens()),
                    false);
        }
        return new WordingReader(brief)
                .read(
                        answer.read(),
                        new WordingReader.Circumstances(
                                answer.flags(), answer.counts(), answer.timing()));
    }
}
