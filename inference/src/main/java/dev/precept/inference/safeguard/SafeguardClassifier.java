package dev.precept.inference.safeguard;

import dev.precept.inference.Account.Flag;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Classifier;
import dev.precept.inference.Judgement;
import dev.precept.inference.Model;
import dev.precept.inference.Policy;
import dev.precept.inference.Wish;
import dev.precept.inference.WordingWriter;
import dev.precept.inference.engine.EngineFigures;
import dev.precept.inference.engine.Request.Priority;
import dev.precept.inference.engine.SlotEngine;
import dev.precept.inference.harmony.Prompt;
import dev.precept.inference.harmony.PromptRenderer;
import dev.precept.inference.safeguard.Answers.Answered;
import dev.precept.inference.safeguard.Answers.Question;
import dev.precept.inference.tokenizer.Tokenizer;
import dev.precept.inference.verdict.InjectionSigns;
import dev.precept.inference.verdict.JudgementReader;
import dev.precept.prompt.Passage;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;

/// Judges with a gpt-oss-safeguard model on the slot engine. Greedy answers are deterministic up to
/// the rounding of different batch shapes.
public final class SafeguardClassifier implements Classifier {

    private final SlotEngine engine;
    private final Model model;
    private final Answers answers;
    private final PromptRenderer renderer = new PromptRenderer(Tokenizer.o200k());
    private final PreparedPolicies policies = new PreparedPolicies(renderer);

    /// @param engine closed together with this
    /// @param weights what the engine runs
    public SafeguardClassifier(SlotEngine engine, Model weights, SafeguardSettings settings) {
        this.engine = engine;
        this.answers = new Answers(engine, settings);
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
        var question =
                new Question(
                        new Prompt(prepared.prefix(), renderer.suffix(passage)),
                        prepared.grammar(),
                        prepared.contract().mostBytes(),
                        wish.urgent() ? Priority.INTERACTIVE : Priority.NORMAL);
        return judgement(prepared, passage, answers.ask(question, wish.listener()));
    }

    private static Judgement judgement(PreparedPolicy policy, Passage passage, Answered answered) {
        var flags = EnumSet.noneOf(Flag.class);
        flags.addAll(answered.flags());
        if (InjectionSigns.in(passage)) {
            flags.add(Flag.SUSPECTED_INJECTION);
        }
        var answer = answered.answer();
        return new JudgementReader(policy.contract())
                .read(
                        answer.finish(),
                        new JudgementReader.Circumstances(
                                answer.certainty(),
                                answer.cut(),
                                flags,
                                answered.tokens(),
                                answered.timing()));
    }

    @Override
    public Optional<WordingWriter> writer() {
        return Optional.of(new SafeguardWriter(answers, renderer));
    }

    /// Finishes what was begun, then frees the model.
    @Override
    public void close() {
        engine.close();
    }
}
