package dev.precept.inference.safeguard;

import dev.precept.inference.engine.Continuation;
import dev.precept.inference.engine.Tokens;
import dev.precept.inference.guided.Grammar;
import dev.precept.inference.guided.Guide;
import dev.precept.inference.guided.LabelOdds;
import dev.precept.inference.harmony.Answer;
import dev.precept.inference.harmony.AnswerReader;
import dev.precept.inference.sampling.Logits;
import dev.precept.inference.sampling.Sampler;
import dev.precept.inference.tokenizer.Special;
import dev.precept.inference.tokenizer.Tokenizer;
import dev.precept.inference.verdict.Certainty;
import org.jspecify.annotations.Nullable;

/// One answer as it is written: the model thinks freely within a budget, then answers along the
/// grammar.
///
/// Where the budget ends, or the model stops without an answer, the final channel is opened for it.
/// Used on the engine's thread until the generation ended, then on the caller's.
final class GuidedAnswer implements Continuation {

    private static final int[] ASSISTANT = Tokenizer.o200k().encode("assistant");
    private static final int[] FINAL = Tokenizer.o200k().encode("final");

    /// How many tokens open the final channel.
    static final int OPENING = 5 + ASSISTANT.length + FINAL.length;

    private final Grammar grammar;
    private final Sampler sampler;
    private final int budget;
    private final AnswerReader reader;
    private @Nullable Guide guide;
    private @Nullable Certainty certainty;
    private boolean cut;
    private boolean helped;
    private int reasoning;
    private int answered;

    GuidedAnswer(Grammar grammar, Sampler sampler, int budget, AnswerReader.Listener listener) {
        this.grammar = grammar;
        this.sampler = sampler;
        this.budget = budget;
        this.reader = new AnswerReader(listener);
    }

    @Override
    public void next(Logits logits, Tokens tokens) {
        if (guide != null) {
            answer(guide, logits, tokens);
        } else if (reasoning >= budget) {
            cut = true;
            open(tokens);
        } else {
            think(logits, tokens);
        }
    }

    private void think(Logits logits, Tokens tokens) {
        int id = sampler.pick(logits, null);
        if (id < 0 || Special.isStop(id)) {
            helped = true;
            open(tokens);
            return;
        }
        reasoning++;
        append(id, tokens);
        if (reader.inFinal()) {
            guide = new Guide(grammar);
        }
    }

    private void open(Tokens tokens) {
        if (reader.inText()) {
            append(Special.END, tokens);
        }
        append(Special.START, tokens);
        appendAll(ASSISTANT, tokens);
        append(Special.CHANNEL, tokens);
        appendAll(FINAL, tokens);
        append(Special.MESSAGE, tokens);
        guide = new Guide(grammar);
    }

    /// The last token is read and not computed: nothing is asked of the model any more.
    private void answer(Guide walk, Logits logits, Tokens tokens) {
        var allowed = walk.allowed();
        int id = sampler.pick(logits, allowed);
        if (id < 0) {
            throw new IllegalStateException(
                    "the model gives no finite logit to any of %d allowed tokens"
                            .formatted(allowed.size()));
        }
        if (walk.decides()) {
            var odds = LabelOdds.at(logits, allowed);
            certainty = Certainty.measured(odds.of(id), odds.allowedMass());
        }
        walk.accept(id);
        answered++;
        if (walk.complete()) {
            reader.accept(id);
            reader.accept(Special.RETURN);
        } else {
            append(id, tokens);
        }
    }

    private void append(int id, Tokens tokens) {
        tokens.add(id);
        reader.accept(id);
    }

    private void appendAll(int[] ids, Tokens tokens) {
        for (int id : ids) {
            append(id, tokens);
        }
    }

    Answer finish() {
        return reader.finish();
    }

    /// Of the deciding token; null if there was none.
    @Nullable Certainty certainty() {
        return certainty;
    }

    /// Whether the budget ended the reasoning.
    boolean cut() {
        return cut;
    }

    /// Whether the model stopped without an answer and had to be asked for it.
    boolean helped() {
        return helped;
    }

    int reasoning() {
        return reasoning;
    }

    int answered() {
        return answered;
    }
}
