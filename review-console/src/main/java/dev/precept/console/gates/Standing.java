package dev.precept.console.gates;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.precept.console.measure.GateTable;
import dev.precept.console.measure.GateWords;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.evaluation.GateResult.Status;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.List;

/// Whether a version may go live, in words, and what keeps it from it.
final class Standing extends Div {

    private static final long serialVersionUID = 1L;

    /// @param mayRun whether the person is offered an evaluation where one is missing
    Standing(PolicyVersionSummary version, List<GateResult> results, boolean mayRun) {
        addClassName("page-body");
        var closed = results.stream().filter(each -> each.status() != Status.PASSED).toList();
        var verdict = new Paragraph(verdict(version, results.size(), closed.size()));
        verdict.addClassNames("standing", closed.isEmpty() ? "standing-open" : "standing-closed");
        verdict.getElement().setAttribute("role", "status");
        add(verdict);
        if (!closed.isEmpty()) {
            var reasons = new UnorderedList();
            reasons.addClassName("standing-reasons");
            closed.forEach(each -> reasons.add(new ListItem(reason(each))));
            add(reasons);
        }
        if (mayRun && closed.stream().anyMatch(each -> each.status() == Status.NOT_MEASURED)) {
            add(
                    new Anchor(
                            "policies/%s/evaluations?run=%d"
                                    .formatted(version.slug(), version.number()),
                            "Run version %d%s"
                                    .formatted(
                                            version.number(), ranBefore(closed) ? " again" : "")));
        }
        add(new GateTable(version.slug(), results));
    }

    /// Whether all that is not measured was run, but by runs that do not count.
    private static boolean ranBefore(List<GateResult> closed) {
        return closed.stream()
                .filter(each -> each.status() == Status.NOT_MEASURED)
                .allMatch(each -> each.evaluation() != null);
    }

    static String verdict(PolicyVersionSummary version, int gates, int closed) {
        var number = version.number();
        if (closed > 0) {
            return gates == 1
                    ? "The gate of this policy keeps version %d from live.".formatted(number)
                    : "%d of %d gates %s version %d from live."
                            .formatted(closed, gates, closed == 1 ? "keeps" : "keep", number);
        }
        var passed =
                gates == 1
                        ? "Version %d passes the gate".formatted(number)
                        : "Version %d passes all %d gates".formatted(number, gates);
        return passed
                + (version.status() == PolicyVersionStatus.APPROVED
                        ? ": it may go live."
                        : ". It is not approved yet, so it cannot go live.");
    }

    static String reason(GateResult result) {
        var kind = result.gate().kind();
        var measured = result.measured();
        return measured == null
                ? GateWords.name(kind) + " is not measured. " + result.detail()
                : "%s: measured %s, asked is %s."
                        .formatted(
                                GateWords.name(kind),
                                GateWords.figure(kind, measured),
                                GateWords.asked(result.gate()));
    }
}
