package dev.precept.console.prose;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.precept.contracts.policy.PolicyDiff;

/// What a version changes, in one sentence, and the way to the whole comparison.
final class ChangeNote extends Div {

    private static final long serialVersionUID = 1L;

    /// @param live whether the earlier version is the one that applies now
    ChangeNote(PolicyDiff diff, boolean live) {
        var words = new Paragraph(diff.summary());
        words.addClassName("wrap");
        var link =
                new Anchor(
                        "policies/%s/compare?from=%d&to=%d"
                                .formatted(diff.slug(), diff.from(), diff.to()),
                        "Compare with version %d%s"
                                .formatted(diff.from(), live ? ", which is live" : ""));
        add(words, link);
    }
}
