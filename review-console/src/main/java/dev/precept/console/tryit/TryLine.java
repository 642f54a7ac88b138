package dev.precept.console.tryit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.verdict.ConfidenceBar;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.verdict.Verdict;

/// An earlier try in one line: what came out, not what was written.
class TryLine extends Div {

    private static final long serialVersionUID = 1L;

    TryLine(Verdict verdict, String summary) {
        addClassName("badges");
        add(VerdictBadges.outcome(verdict.outcome()));
        verdict.ruleIds().stream().limit(1).map(VerdictBadges::rule).forEach(this::add);
        var rest =
                new Span(
                        verdict.policyVersion()
                                + " · "
                                + ConfidenceBar.figure(verdict.confidence())
                                + " · "
                                + summary);
        rest.addClassName("muted");
        add(rest);
    }
}
