package dev.precept.inference.openai;

import dev.precept.inference.Account.Flag;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Classifier;
import dev.precept.inference.Judgement;
import dev.precept.inference.Model;
import dev.precept.inference.Policy;
import dev.precept.inference.Wish;
import dev.precept.inference.WordingWriter;
import dev.precept.inference.openai.ChatRequest.Question;
import dev.precept.inference.verdict.InjectionSigns;
import dev.precept.inference.verdict.JudgementReader;
import dev.precept.prompt.Passage;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Judges through a chat server. The confidence comes from the server's log probabilities where it
/// gives them, else from what the model states; where it does neither, none is claimed.
public final class ChatServerClassifier implements Classifier {

    private final ChatServerSettings settings;
    private final ChatServer server;
    private final Model model;

    private ChatServerClassifier(ChatServerSettings settings, ChatServer server, Model model) {
        this.settings = settings;
        this.server = server;
        this.model = model;
    }

    /// Asks the server for its models first.
    ///
    /// @throws IllegalStateException if it does not answer, denies access or lacks the model; one
    ///   line says what to do
    public static ChatServerClassifier connect(ChatServerSettings settings) {
        var server = new ChatServer(settings);
        try {
            return new ChatServerClassifier(settings, server, ServedModel.find(server, settings));
        } catch (RuntimeException problem) {
            server.close();
            throw problem;
        }
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public int capacity() {
        return settings.parallel();
    }

    @Override
    public Judgement classify(Policy policy, Passage passage, Wish wish)
            throws ClassificationException, InterruptedException {
        var answer = new ChatAnswer(wish.listener());
        server.ask(ChatRequest.of(Question.of(policy, passage), settings), answer);
        return new JudgementReader(policy.contract())
                .read(
                        answer.read(),
                        new JudgementReader.Circumstances(
                                answer.certainty().orElse(null),
                                answer.cut(),
                                flags(passage, answer),
                                answer.counts(),
                                answer.timing()));
    }

    private static Set<Flag> flags(Passage passage, ChatAnswer answer) {
        var flags = EnumSet.noneOf(Flag.class);
        flags.addAll(answer.flags());
        if (InjectionSigns.in(passage)) {
            flags.add(Flag.SUSPECTED_INJECTION);
        }
        return flags;
    }

    @Override
    public Optional<WordingWriter> writer() {
        return Optional.of(new ChatServerWriter(server, settings));
    }

    @Override
    public void close() {
        server.close();
    }
}
