package dev.precept.console.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.content.SensitiveText;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.correction.CorrectedCase;
import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.verdict.Outcome;
import java.util.List;

/// One case of a cluster: what the model said, what a person said and why, and the content,
/// blurred.
final class CaseRow extends Div {

    private static final long serialVersionUID = 1L;

    private final CaseId id;
    private final Checkbox choice;

    /// @param number of the case within its cluster, from 1
    /// @param changed is run when the person has chosen it or taken that back
    CaseRow(int number, CorrectedCase each, ClusterRoom room, Runnable changed) {
        id = each.id();
        choice = new Checkbox("Case " + number);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        addClassName("cluster-case");
        var head = new Div(room.choosing() ? choice : name(number), said(each));
        head.addClassName("cluster-case-head");
        if (room.opens()) {
            head.add(open(number, each));
        }
        add(head, new SensitiveText(each.content()));
        if (!each.reason().isBlank()) {
            var reason = new Paragraph(each.reason());
            reason.addClassNames("muted", "wrap");
            add(reason);
        }
    }

    CaseId id() {
        return id;
    }

    boolean chosen() {
        return choice.getValue();
    }

    void choose(boolean chosen) {
        choice.setValue(chosen);
    }

    private static Component name(int number) {
        return new Span("Case " + number);
    }

    private static Component said(CorrectedCase each) {
        var right = each.right();
        var said =
                new Div(
                        muted("The model said"),
                        verdict(each.said(), each.cited()),
                        muted("people said"),
                        verdict(
                                right.outcome(),
                                right.ruleId() == null ? List.of() : List.of(right.ruleId())));
        said.addClassName("badges");
        return said;
    }

    private static Component verdict(Outcome outcome, List<String> rules) {
        var verdict = new Span(VerdictBadges.outcome(outcome));
        verdict.addClassName("badges");
        rules.stream().map(VerdictBadges::rule).forEach(verdict::add);
        return verdict;
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("muted");
        return span;
    }

    private static Anchor open(int number, CorrectedCase each) {
        var open = new Anchor("cases/" + each.id(), "Open");
        open.setAriaLabel("Open case %d, %s".formatted(number, each.id()));
        return open;
    }
}
