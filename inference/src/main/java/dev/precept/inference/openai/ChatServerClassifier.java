package dev.precept.inference.openai;

import dev.precept.inference.Account;
import dev.precept.inference.Account.Flag;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Classifier;
import dev.precept.inference.Judgement;
import dev.precept.inference.Model;
import dev.precept.inference.Passage;
import dev.precept.inference.Policy;
import dev.precept.inference.Wish;
import dev.precept.inference.verdict.AnswerContract;
import dev.precept.inference.verdict.InjectionSigns;
import dev.precept.inference.verdict.JudgementReader;
import java.time.Duration;
import java.util.EnumSet;
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
    public Judgement classify(Policy policy, Passage passage)
            throws ClassificationException, InterruptedException {
        return classify(policy, passage, Wish.NONE);
    }

    @Override
    public Judgement classify(Policy policy, Passage passage, Wish wish)
            throws ClassificationException, InterruptedException {
        var contract = AnswerContract.of(policy);
        var answer = new ChatAnswer(wish.listener());
        var watch = new Stopwatch();
        server.ask(
                ChatRequest.of(policy, contract, passage, settings), new Listening(answer, watch));
        return new JudgementReader(contract)
                .read(
                        answer.read(),
                        new JudgementReader.Circumstances(
                                answer.certainty().orElse(null),
                                answer.cut(),
                                flags(passage, answer),
                                answer.counts(),
                                watch.timing()));
    }

    private static Set<Flag> flags(Passage passage, ChatAnswer answer) {
        var flags = EnumSet.noneOf(Flag.class);
        if (InjectionSigns.in(passage)) {
            flags.add(Flag.SUSPECTED_INJECTION);
        }
        if (answer.cut()) {
            flags.add(Flag.REASONING_CUT);
        }
        return flags;
    }

    /// Passes chunks on, and notes when the first of the model's words came.
    private record Listening(ChatAnswer answer, Stopwatch watch) implements ChatServer.Reader {

        @Override
        public void accept(tools.jackson.databind.JsonNode chunk) {
            answer.accept(chunk);
            if (answer.begun()) {
                watch.begun();
            }
        }

        @Override
        public boolean finished() {
            return answer.finished();
        }

        @Override
        public boolean begun() {
            return answer.begun();
        }
    }

    /// The server's own queue is part of the time to the first word.
    private static final class Stopwatch {

        private final long started = System.nanoTime();
        private long first;

        void begun() {
            if (first == 0) {
                first = System.nanoTime();
            }
        }

        Account.Timing timing() {
            long now = System.nanoTime();
            long wrote = first == 0 ? now : first;
            return new Account.Timing(
                    Duration.ZERO,
                    Duration.ofNanos(wrote - started),
                    Duration.ofNanos(now - wrote));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
