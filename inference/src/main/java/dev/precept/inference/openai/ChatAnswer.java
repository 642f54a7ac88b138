package dev.precept.inference.openai;

import dev.precept.inference.Account.Flag;
import dev.precept.inference.Account.Timing;
import dev.precept.inference.Account.TokenCounts;
import dev.precept.inference.Wish.ReasoningListener;
import dev.precept.inference.harmony.Answer;
import dev.precept.inference.openai.DecidingToken.Reported;
import dev.precept.inference.tokenizer.Tokenizer;
import dev.precept.inference.verdict.Certainty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a server has answered so far, chunk by chunk. For one call and one thread.
final class ChatAnswer {

    private final ReasoningListener listener;
    private final StringBuilder reasoning = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private final long asked = System.nanoTime();
    private final List<Reported> tokens = new ArrayList<>();
    private String finish = "";
    private long first;
    private TokenCounts counts = new TokenCounts(0, 0, 0, 0);

    ChatAnswer(ReasoningListener listener) {
        this.listener = listener;
    }

    void accept(JsonNode chunk) {
        var usage = chunk.path("usage");
        if (usage.isObject()) {
            count(usage);
        }
        var choice = chunk.path("choices").path(0);
        if (choice.path("finish_reason").isString()) {
            finish = choice.path("finish_reason").asString();
        }
        var delta = choice.path("delta");
        think(string(delta.path("reasoning_content")) + string(delta.path("reasoning")));
        text.append(string(delta.path("content")));
        choice.path("logprobs").path("content").forEach(this::report);
        if (first == 0 && begun()) {
            first = System.nanoTime();
        }
    }

    /// Whether anything was written yet.
    boolean begun() {
        return !reasoning.isEmpty() || !text.isEmpty();
    }

    /// Whether the server said that it is done.
    boolean finished() {
        return !finish.isEmpty();
    }

    /// Whether the model reached its budget before it was done.
    boolean cut() {
        return finish.equals("length");
    }

    Set<Flag> flags() {
        return cut() ? Set.of(Flag.REASONING_CUT) : Set.of();
    }

    Answer read() {
        return LeakedChannels.read(reasoning.toString(), text.toString(), !cut());
    }

    Optional<Certainty> certainty() {
        return DecidingToken.in(tokens);
    }

    TokenCounts counts() {
        return counts;
    }

    /// Until now; the server's own queue is part of the time to the first word.
    Timing timing() {
        long now = System.nanoTime();
        long wrote = first == 0 ? now : first;
        return new Timing(
                Duration.ZERO, Duration.ofNanos(wrote - asked), Duration.ofNanos(now - wrote));
    }

    private void think(String piece) {
        if (!piece.isEmpty()) {
            reasoning.append(piece);
            listener.reasoning(piece);
        }
    }

    private void report(JsonNode token) {
        var alternatives = new HashMap<String, Double>();
        token.path("top_logprobs")
                .forEach(one -> alternatives.put(string(one.path("token")), logarithm(one)));
        tokens.add(new Reported(string(token.path("token")), logarithm(token), alternatives));
    }

    private static double logarithm(JsonNode token) {
        var value = token.path("logprob");
        return value.isNumber() ? value.asDouble() : Double.NEGATIVE_INFINITY;
    }

    private static String string(JsonNode value) {
        return value.isString() ? value.asString() : "";
    }

    private static int number(JsonNode value, int otherwise) {
        return value.canConvertToInt() ? value.asInt() : otherwise;
    }

    /// Servers that do not tell reasoning from answer in their counts get o200k's count of it.
    private void count(JsonNode usage) {
        int written = number(usage.path("completion_tokens"), 0);
        int thought =
                number(
                        usage.path("completion_tokens_details").path("reasoning_tokens"),
                        Tokenizer.o200k().encode(reasoning.toString()).length);
        int bounded = Math.min(written, thought);
        counts =
                new TokenCounts(
                        number(usage.path("prompt_tokens"), 0),
                        number(usage.path("prompt_tokens_details").path("cached_tokens"), 0),
                        bounded,
                        written - bounded);
    }
}
