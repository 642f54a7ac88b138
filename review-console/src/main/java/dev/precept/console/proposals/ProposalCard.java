package dev.precept.console.proposals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.precept.console.time.Moment;
import dev.precept.console.verdict.AccountPanel;
import dev.precept.console.verdict.AccountWarning;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.contracts.proposal.WordingProposal.Change;
import dev.precept.contracts.proposal.WordingProposal.State;
import java.util.function.Consumer;

/// One proposed wording: what stands there now, what a model would write, and why.
final class ProposalCard extends Div {

    private static final long serialVersionUID = 1L;

    /// What an author may do with it.
    record Acts(Consumer<WordingProposal> draft, Consumer<WordingProposal> cancel) {}

    /// @param acts called only where `author`
    ProposalCard(WordingProposal proposal, boolean author, Acts acts) {
        addClassNames("card", "proposal");
        var state = new Badge(ProposalWords.state(proposal.state()));
        if (proposal.state() == State.PROPOSED || proposal.state() == State.FAILED) {
            state.addThemeVariants(BadgeVariant.WARNING);
        }
        var head = new Div(new H3(ProposalWords.title(proposal)), state);
        head.addClassName("proposal-head");
        add(head, asked(proposal));
        var change = proposal.change();
        if (change != null) {
            show(proposal, change);
        }
        if (proposal.failure() != null) {
            add(words(proposal.failure().detail()));
        }
        if (proposal.state() == State.WRITING) {
            var bar = new ProgressBar();
            bar.setIndeterminate(true);
            bar.getElement().setAttribute("aria-label", "A model is writing");
            add(bar);
        }
        if (author) {
            add(actions(proposal, acts));
        }
    }

    private static Component asked(WordingProposal proposal) {
        var asked =
                new Div(
                        new Span("Asked for by " + proposal.requestedBy() + " at "),
                        new Moment(proposal.requestedAt()));
        asked.addClassName("muted");
        return asked;
    }

    private void show(WordingProposal proposal, Change change) {
        var model = proposal.model();
        var warning =
                words(
                        "%s wrote this. It is a proposal: read it against the cases, change it, or leave it."
                                .formatted(model == null ? "A model" : model.name()));
        warning.addClassName("verdict-warning");
        add(warning);
        if (change.was() != null) {
            add(wording("Now", change.was()));
        }
        add(wording("Proposed", change.text()));
        if (!change.why().isEmpty()) {
            add(wording("Why, says the model", change.why()));
        }
        var read =
                words(
                        ProposalWords.side(change.side())
                                + " "
                                + ProposalWords.cases(proposal, change));
        read.addClassName("muted");
        add(read);
        if (proposal.account() != null) {
            proposal.account().flags().forEach(flag -> add(new AccountWarning(flag)));
            add(
                    new Details(
                            "How the model came to it",
                            new AccountPanel(proposal.account(), false)));
        }
    }

    private static Component actions(WordingProposal proposal, Acts acts) {
        var actions = new Div();
        actions.addClassName("page-actions");
        if (proposal.state().open()) {
            actions.add(new Button("Cancel", _ -> acts.cancel().accept(proposal)));
        }
        if (proposal.draft() != null) {
            actions.add(
                    new Anchor(
                            "policies/%s/versions/%d".formatted(proposal.slug(), proposal.draft()),
                            "Version %d began with it".formatted(proposal.draft())));
        } else if (proposal.state() == State.PROPOSED) {
            var draft = new Button("Open a draft with it", _ -> acts.draft().accept(proposal));
            draft.setDisableOnClick(true);
            draft.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(draft);
        }
        actions.setVisible(actions.getComponentCount() > 0);
        return actions;
    }

    private static Component wording(String name, String text) {
        var said = new Span(name);
        said.addClassName("proposal-name");
        var wording = new Div(said, words(text));
        wording.addClassName("proposal-wording");
        return wording;
    }

    private static Paragraph words(String text) {
        var words = new Paragraph(text);
        words.addClassName("wrap");
        return words;
    }
}
