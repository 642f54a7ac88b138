package dev.precept.console.proposals;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.precept.console.verdict.AccountWarning;
import dev.precept.contracts.policy.PolicyVersion;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.contracts.proposal.WordingProposal.Change;
import java.util.List;

/// Says which model's words a version began with, and whether people have changed them.
@StyleSheet("context://precept/review.css")
final class MachineBanner extends Div {

    private static final long serialVersionUID = 1L;

    /// @param proposals that the version was opened with: one or none
    MachineBanner(List<WordingProposal> proposals, PolicyVersion version) {
        addClassName("machine-banner");
        getElement().setAttribute("role", "note");
        proposals.forEach(proposal -> say(proposal, version));
        setVisible(getComponentCount() > 0);
    }

    private void say(WordingProposal proposal, PolicyVersion version) {
        var change = proposal.change();
        var model = proposal.model();
        if (change == null || model == null) {
            return;
        }
        var words =
                new Paragraph(
                        "%s proposed the wording of %s, asked for by %s. %s"
                                .formatted(
                                        model.name(),
                                        change.rule(),
                                        proposal.requestedBy(),
                                        standing(change, version)));
        words.addClassNames("verdict-warning", "wrap");
        add(words);
        if (proposal.account() != null) {
            proposal.account().flags().forEach(flag -> add(new AccountWarning(flag)));
        }
    }

    private static String standing(Change change, PolicyVersion version) {
        return version.rules().stream()
                .filter(rule -> rule.id().equals(change.rule()))
                .map(Rule::text)
                .findFirst()
                .map(text ->
                        text.equals(change.text())
                                ? "It stands as the machine wrote it."
                                : "People have changed it since.")
                .orElse("The rule is not in the text any more.");
    }
}
