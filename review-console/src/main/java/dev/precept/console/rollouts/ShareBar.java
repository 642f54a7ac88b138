package dev.precept.console.rollouts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.contracts.policy.Alias;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who answers an alias's items, as a bar whose parts are labelled; shadows are said below it.
class ShareBar extends Div {

    private static final long serialVersionUID = 1L;

    ShareBar(Alias alias, List<Rollout> open) {
        addClassName("share-bar");
        var canary = find(open, Kind.CANARY);
        int share = canary == null ? 0 : canary.share();
        var bar = new Div(part("share-stable", alias.number(), 100 - share));
        bar.addClassName("share-parts");
        if (canary != null) {
            bar.add(part("share-candidate", canary.candidate(), share));
        }
        var words = new Span(words(alias, canary, find(open, Kind.SHADOW)));
        words.addClassName("muted");
        add(bar, words);
    }

    private static @Nullable Rollout find(List<Rollout> open, Kind kind) {
        return open.stream()
                .filter(each -> each.kind() == kind && each.state() == State.RUNNING)
                .findFirst()
                .orElse(null);
    }

    private static Div part(String style, int version, int share) {
        var part = new Div(new Span("v%d · %d %%".formatted(version, share)));
        part.addClassNames("share-part", style);
        part.getStyle().set("flex-grow", String.valueOf(share));
        part.setVisible(share > 0);
        return part;
    }

    private static String words(Alias alias, @Nullable Rollout canary, @Nullable Rollout shadow) {
        var answers =
                canary == null
                        ? "Version %d answers everything.".formatted(alias.number())
                        : "Version %d answers %d %% of the items, version %d the rest."
                                .formatted(canary.candidate(), canary.share(), alias.number());
        return shadow == null
                ? answers
                : answers
                        + " Version %d judges %d %% beside it, without effect."
                                .formatted(shadow.candidate(), shadow.share());
    }
}
