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
import java.util.Optional;

/// Says which model's words a version began with, and whether people have changed them; and which
/// words of a model still stand in it that an earlier version began with.
@StyleSheet("context://precept/review.css")
final class MachineBanner extends Div {

    private static final long serialVersionUID = 1L;

    /// @param proposals that the version, or one that it was written from, was opened with
    MachineBanner(List<WordingProposal> proposals, PolicyVersion version) {
        addClassName("machine-banner");
        getElement().setAttribute("role", "note");
        proposals.forEach(proposal -> say(proposal, version));
        setVisible(getComponentCount() > 0);
    }

    private void say(WordingProposal proposal, PolicyVersion version) {
        var change = proposal.change();
        var model = proposal.model();
        if (change == null || model == null || !concerns(proposal, change, version)) {
            return;
        }
        var words =
                new Paragraph(
                        "%s proposed the wording of %s%s, asked for by %s. %s"
                                .formatted(
                                        model.name(),
                                        change.rule(),
                                        began(proposal, version)
                                                ? ""
                                                : " in version " + proposal.draft(),
                                        proposal.requestedBy(),
                                        standing(change, version)));
        words.addClassNames("verdict-warning", "wrap");
        add(words);
        if (proposal.account() != null) {
            proposal.account().flags().forEach(flag -> add(new AccountWarning(flag)));
        }
    }

    /// What people have changed since an earlier version is theirs.
    private static boolean concerns(
            WordingProposal proposal, Change change, PolicyVersion version) {
        return began(proposal, version)
                || text(change, version).filter(change.text()::equals).isPresent();
    }

    private static boolean began(WordingProposal proposal, PolicyVersion version) {
        return Integer.valueOf(version.summary().number()).equals(proposal.draft());
    }

    private static Optional<String> text(Change change, PolicyVersion version) {
        return version.rules().stream()
                .filter(rule -> rule.id().equals(change.rule()))
                .map(Rule::text)
                .findFirst();
    }

    private static String standing(Change change, PolicyVersion version) {
        return text(change, version)
                .map(text ->
                        text.equals(change.text())
                                ? "It stands as the machine wrote it."
                                : "People have changed it since.")
                .orElse("The rule is not in the text any more.");
    }
}
