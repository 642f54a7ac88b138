package dev.precept.console.rollouts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import dev.precept.console.content.SensitiveText;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.console.verdict.VerdictPanel;
import dev.precept.contracts.rollout.Disagreement;
import dev.precept.contracts.verdict.Verdict;

/// One item, blurred, and both verdicts with their rationales beside each other.
class DisagreementDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    DisagreementDialog(Disagreement shown) {
        setHeaderTitle(
                "%s → %s"
                        .formatted(
                                VerdictBadges.word(shown.stable().outcome()),
                                VerdictBadges.word(shown.candidate().outcome())));
        setWidth("72rem");
        setMaxWidth("96vw");
        var sides = new Div(side("Live", shown.stable()), side("Candidate", shown.candidate()));
        sides.addClassName("rollout-sides");
        add(new SensitiveText(shown.content()), sides);
        getFooter().add(new Button("Close", _ -> close()));
    }

    private static Component side(String role, Verdict verdict) {
        var title = new H3("%s: version %d".formatted(role, verdict.policyVersion().number()));
        var side = new Div(title, new VerdictPanel(verdict));
        side.addClassName("card");
        return side;
    }
}
