package dev.precept.inference.safeguard;

import dev.precept.inference.Account;
import dev.precept.inference.Account.Flag;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Classifier;
import dev.precept.inference.Judgement;
import dev.precept.inference.Model;
import dev.precept.inference.Policy;
import dev.precept.inference.Wish;
import dev.precept.inference.engine.EngineFigures;
import dev.precept.inference.engine.Generation;
import dev.precept.inference.engine.Outcome;
import dev.precept.inference.engine.RefusedException;
import dev.precept.inference.engine.Request;
import dev.precept.inference.engine.Request.Priority;
import dev.precept.inference.engine.SlotEngine;
import dev.precept.inference.harmony.Prompt;
import dev.precept.inference.harmony.PromptRenderer;
import dev.precept.inference.sampling.Sampler;
import dev.precept.inference.tokenizer.Tokenizer;
import dev.precept.inference.verdict.InjectionSigns;
import dev.precept.inference.verdict.JudgementReader;
import dev.precept.prompt.Passage;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Set;

/// Judges with a gpt-oss-safeguard model on the slot engine. Greedy answers are deterministic up to
/// the rounding of different batch shapes.
public final class SafeguardClassifier implements Classifier {

    private final SlotEngine engine;
    private final Model model;
    private final SafeguardSettings settings;
    private final PromptRenderer renderer = new PromptRenderer(Tokenizer.o200k());
    private final PreparedPolicies policies = new PreparedPolicies(renderer);

    /// @param engine closed together with this
    /// @param weights what the engine runs
    public SafeguardClassifier(SlotEngine engine, Model weights, SafeguardSettings settings) {
        this.engine = engine;
        this.settings = settings;
        var all = new HashMap<>(weights.settings());
        all.putAll(settings.described());
        all.put("context", Integer.toString(engine.limits().context()));
        this.model = new Model(weights.name(), weights.digest(), weights.runtime(), all);
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public int capacity() {
        return engine.limits().rows();
    }

    @Override
    public Set<String> warmPolicies() {
        return policies.digests(engine.warmPrefixes());
    }

    public EngineFigures figures() {
        return engine.figures();
    }

    @Override
    public Judgement classify(Policy policy, Passage passage, Wish wish)
            throws ClassificationException, InterruptedException {
        var prepared = policies.of(policy);
        var prompt = new Prompt(prepared.prefix(), renderer.suffix(passage));
        int end = GuidedAnswer.OPENING + prepared.contract().mostBytes();
        int budget = budget(prompt, end);
        var overheard = new Overheard();
        var answer =
                new GuidedAnswer(
                        prepared.grammar(),
                        new Sampler(settings.temperature(), settings.seed()),
                        budget,
                        overheard);
        var priority = wish.urgent() ? Priority.INTERACTIVE : Priority.NORMAL;
        var generation =
                submit(new Request(prompt, answer, budget + end, priority, settings.patience()));
        var usage = finished(generation, overheard, wish);
        return judgement(prepared, passage, answer, usage);
    }

    /// A long content gets less thought before it is refused.
    private int budget(Prompt prompt, int end) {
        int room = engine.limits().context() - prompt.length() - end;
        int least = Math.min(64, settings.reasoningTokens());
        return Math.max(least, Math.min(settings.reasoningTokens(), room));
    }

    private Generation submit(Request request) throws ClassificationException {
        try {
            return engine.submit(request);
        } catch (RefusedException e) {
            throw new ClassificationException(
                    e.code(), String.valueOf(e.getMessage()), e.retryable(), e);
        }
    }

    private Outcome.Usage finished(Generation generation, Overheard overheard, Wish wish)
            throws ClassificationException, InterruptedException {
        Outcome outcome;
        try {
            overheard.tell(wish.listener(), generation);
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

    private Judgement judgement(
            PreparedPolicy policy, Passage passage, GuidedAnswer answer, Outcome.Usage usage) {
        var flags = EnumSet.noneOf(Flag.class);
        if (InjectionSigns.in(passage)) {
            flags.add(Flag.SUSPECTED_INJECTION);
        }
        if (answer.cut()) {
            flags.add(Flag.REASONING_CUT);
        }
        if (answer.helped()) {
            flags.add(Flag.MALFORMED);
        }
        var tokens =
                new Account.TokenCounts(
                        usage.prompt(), usage.cached(), answer.reasoning(), answer.answered());
        var timing = new Account.Timing(usage.queued(), usage.prefill(), usage.decode());
        return new JudgementReader(policy.contract())
                .read(
                        answer.finish(),
                        new JudgementReader.Circumstances(
                                answer.certainty(), answer.cut(), flags, tokens, timing));
    }

    /// Finishes what was begun, then frees the model.
    @Override
    public void close() {
        engine.close();
    }
}
