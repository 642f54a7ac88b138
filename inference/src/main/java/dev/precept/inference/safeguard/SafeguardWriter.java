package dev.precept.inference.safeguard;

import dev.precept.inference.ClassificationException;
import dev.precept.inference.Policy.Effort;
import dev.precept.inference.Wish.ReasoningListener;
import dev.precept.inference.Wording;
import dev.precept.inference.WordingWriter;
import dev.precept.inference.engine.Request.Priority;
import dev.precept.inference.guided.Grammar;
import dev.precept.inference.guided.WordingGrammar;
import dev.precept.inference.harmony.Prompt;
import dev.precept.inference.harmony.PromptRenderer;
import dev.precept.inference.safeguard.Answers.Answered;
import dev.precept.inference.safeguard.Answers.Question;
import dev.precept.inference.wording.WordingReader;
import dev.precept.prompt.Passage;
import dev.precept.prompt.WordingBrief;
import dev.precept.prompt.WordingScript;
import java.util.List;

/// Proposes wordings on the slot engine, beside the judgements.
final class SafeguardWriter implements WordingWriter {

    private final Answers answers;
    private final PromptRenderer renderer;

    SafeguardWriter(Answers answers, PromptRenderer renderer) {
        this.answers = answers;
        this.renderer = renderer;
    }

    @Override
    public Wording write(WordingBrief brief) throws ClassificationException, InterruptedException {
        int[] prefix = renderer.prefix(Effort.MEDIUM, WordingScript.instructions(brief));
        var grammar = WordingGrammar.of(brief.contract());
        var shown = brief;
        var question = question(prefix, grammar, shown);
        while (!answers.fits(question) && shown.corrections().size() > 1) {
            shown = shown.first(shown.corrections().size() - 1);
            question = question(prefix, grammar, shown);
        }
        return wording(shown, answers.ask(question, ReasoningListener.NONE));
    }

    private Question question(int[] prefix, Grammar grammar, WordingBrief shown) {
        var corrections = new Passage.Part("user", WordingScript.corrections(shown));
        return new Question(
                new Prompt(prefix, renderer.suffix(new Passage(List.of(corrections)))),
                grammar,
                shown.contract().mostBytes(),
                Priority.NORMAL);
    }

    private static Wording wording(WordingBrief brief, Answered answered)
            throws ClassificationException {
        return new WordingReader(brief)
                .read(
                        answered.answer().finish(),
                        new WordingReader.Circumstances(
                                answered.flags(), answered.tokens(), answered.timing()));
    }
}
