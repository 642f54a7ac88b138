package dev.precept.inference.safeguard;

import dev.precept.inference.Account;
import dev.precept.inference.Account.Flag;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Wish.ReasoningListener;
import dev.precept.inference.engine.Generation;
import dev.precept.inference.engine.Outcome;
import dev.precept.inference.engine.RefusedException;
import dev.precept.inference.engine.Request;
import dev.precept.inference.engine.Request.Priority;
import dev.precept.inference.engine.SlotEngine;
import dev.precept.inference.guided.Grammar;
import dev.precept.inference.harmony.Prompt;
import dev.precept.inference.sampling.Sampler;
import java.util.EnumSet;
import java.util.Set;

/// Gets answers from the engine, and says in codes why there is none.
final class Answers {

    private final SlotEngine engine;
    private final SafeguardSettings settings;

    Answers(SlotEngine engine, SafeguardSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /// @param mostBytes of an answer of the grammar
    record Question(Prompt prompt, Grammar grammar, int mostBytes, Priority priority) {

        /// The most tokens behind the reasoning.
        int end() {
            return GuidedAnswer.OPENING + mostBytes;
        }
    }

    /// What was answered, and how it came about.
    record Answered(GuidedAnswer answer, Outcome.Usage usage) {

        Set<Flag> flags() {
            var flags = EnumSet.noneOf(Flag.class);
            if (answer.cut()) {
                flags.add(Flag.REASONING_CUT);
            }
            if (answer.helped()) {
                flags.add(Flag.MALFORMED);
            }
            return flags;
        }

        Account.TokenCounts tokens() {
            return new Account.TokenCounts(
                    usage.prompt(), usage.cached(), answer.reasoning(), answer.answered());
        }

        Account.Timing timing() {
            return new Account.Timing(usage.queued(), usage.prefill(), usage.decode());
        }
    }

    Answered ask(Question question, ReasoningListener listener)
            throws ClassificationException, InterruptedException {
        int budget = budget(question);
        var overheard = new Overheard();
        var answer =
                new GuidedAnswer(
                        question.grammar(),
                        new Sampler(settings.temperature(), settings.seed()),
                        budget,
                        overheard);
        var generation =
                submit(
                        new Request(
                                question.prompt(),
                                answer,
                                budget + question.end(),
                                question.priority(),
                                settings.patience()));
        return new Answered(answer, finished(generation, overheard, listener));
    }

    /// Whether a prompt leaves room for the least reasoning and an answer.
    boolean fits(Question question) {
        return room(question) >= least();
    }

    /// A long prompt gets less thought before it is refused.
    private int budget(Question question) {
        return Math.max(least(), Math.min(settings.reasoningTokens(), room(question)));
    }

    private int room(Question question) {
        return engine.limits().context() - question.prompt().length() - question.end();
    }

    private int least() {
        return Math.min(64, settings.reasoningTokens());
    }

    private Generation submit(Request request) throws ClassificationException {
        try {
            return engine.submit(request);
        } catch (RefusedException e) {
            throw new ClassificationException(
                    e.code(), String.valueOf(e.getMessage()), e.retryable(), e);
        }
    }

    private Outcome.Usage finished(
            Generation generation, Overheard overheard, ReasoningListener listener)
            throws ClassificationException, InterruptedException {
        Outcome outcome;
        try {
            overheard.tell(listener, generation);
            outcome = generation.await();
        } finally {
            generation.cancel();
        }
        return switch (outcome) {
            case Outcome.Finished(var usage) -> usage;
            case Outcome.Cancelled() ->
                    throw new ClassificationException(
                            "engine-stopped", "the engine stopped before it answered", true);
            case Outcome.Expired(var after) ->
                    throw new ClassificationException(
                            "too-slow", "no answer within %d s".formatted(after.toSeconds()), true);
            case Outcome.Failed(var cause) ->
                    throw new ClassificationException(
                            "engine-failed", cause.getClass().getSimpleName(), true, cause);
        };
    }
}
