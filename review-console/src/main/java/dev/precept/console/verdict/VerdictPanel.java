package dev.precept.console.verdict;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.time.Moment;
import dev.precept.contracts.verdict.Verdict;
import java.util.List;
import java.util.Locale;

/// One verdict with everything that a person needs to judge it: outcome, labels, rules, confidence
/// with its source, rationale and what answered.
public final class VerdictPanel extends Div {

    private final DescriptionList facts = new DescriptionList();

    public VerdictPanel(Verdict verdict) {
        this(verdict, false);
    }

    /// @param own whether the person wrote the content just now: then nothing is blurred
    public VerdictPanel(Verdict verdict, boolean own) {
        addClassName("verdict-panel");
        var head = new Div(VerdictBadges.outcome(verdict.outcome()));
        head.addClassName("verdict-head");
        verdict.labels().forEach(label -> head.add(VerdictBadges.plain(label)));
        verdict.ruleIds().forEach(rule -> head.add(VerdictBadges.rule(rule)));
        add(head, new ConfidenceBar(verdict.confidence()));
        if (verdict.truncated()) {
            var warning =
                    new Paragraph(
                            "The engine saw or said less than it should have: read the content.");
            warning.addClassName("verdict-warning");
            add(warning);
        }
        if (!verdict.rationale().isBlank()) {
            var rationale = new Paragraph(verdict.rationale());
            rationale.addClassName("rationale");
            add(rationale);
        }
        fact("Policy", new Span(verdict.policyVersion().toString()));
        fact("Model", new Span(verdict.model().name()));
        fact("Weights", code(shortened(verdict.model().digest())));
        fact("Runtime", new Span(verdict.model().runtime()));
        fact("Time", new Span(timings(verdict)));
        fact("Recorded", new Moment(verdict.createdAt()));
        facts.addClassName("facts");
        add(facts);
        var account = verdict.account();
        if (account != null) {
            add(new AccountPanel(account, own));
        }
    }

    /// The first twelve characters of a digest: enough to compare by eye.
    public static String shortened(String digest) {
        return digest.length() <= 12 ? digest : digest.substring(0, 12) + "…";
    }

    private void fact(String term, Component value) {
        facts.add(
                new DescriptionList.Term(term),
                new DescriptionList.Description(List.of(value).toArray(Component[]::new)));
    }

    private static Span code(String text) {
        var code = new Span(text);
        code.addClassName("code");
        return code;
    }

    private static String timings(Verdict verdict) {
        var timings = verdict.timings();
        return String.format(
                Locale.ROOT,
                "%,d ms (waited %,d, model %,d)",
                timings.totalMillis(),
                timings.queuedMillis(),
                timings.inferenceMillis());
    }
}
