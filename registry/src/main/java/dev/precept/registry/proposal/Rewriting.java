package dev.precept.registry.proposal;

import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.Rule;
import dev.precept.contracts.proposal.WordingAnswer.Added;
import dev.precept.contracts.proposal.WordingAnswer.Reworded;
import dev.precept.contracts.proposal.WordingAnswer.Written;
import dev.precept.contracts.proposal.WordingProposal.Change;
import dev.precept.registry.policy.RuleEdit;
import dev.precept.registry.policy.RuleEdit.Edited;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a model wrote, in its place in the text.
///
/// @param text the whole document with the change
record Rewriting(Change change, String text) {

    /// @return nothing if it would be more, or less, than a change of one rule
    static Optional<Rewriting> of(PolicyBundle bundle, Written written) {
        var edit = RuleEdit.of(bundle.text());
        return switch (written) {
            case Reworded reworded ->
                    edit.reword(reworded.rule(), reworded.text())
                            .map(edited -> rewriting(edited, was(bundle, reworded.rule()), written))
                            .filter(each -> !each.change().text().equals(each.change().was()));
            case Added added ->
                    edit.add(added.side(), added.text())
                            .map(edited -> rewriting(edited, null, written));
        };
    }

    private static @Nullable String was(PolicyBundle bundle, String id) {
        return bundle.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .map(Rule::text)
                .findFirst()
                .orElse(null);
    }

    private static Rewriting rewriting(Edited edited, @Nullable String was, Written written) {
        var rule = edited.rule();
        return new Rewriting(
                new Change(rule.id(), rule.side(), was, rule.text(), written.why(), written.read()),
                edited.text());
    }
}
