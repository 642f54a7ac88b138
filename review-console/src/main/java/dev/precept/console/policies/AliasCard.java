package dev.precept.console.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.time.Moment;
import dev.precept.contracts.policy.Alias;
import java.util.function.Consumer;

/// One alias: where it points, since when, by whom and why; activators move it from here.
class AliasCard extends Div {

    private static final long serialVersionUID = 1L;

    AliasCard(Alias alias, boolean activator, Rollback rollback, Consumer<Alias> point) {
        addClassNames("card", "alias-card");
        var version =
                new Anchor(
                        "policies/%s/versions/%d".formatted(alias.slug(), alias.number()),
                        "Version " + alias.number());
        version.addClassNames("strong-link", "number");
        var since = new Div(new Span("since "), new Moment(alias.movedAt()));
        since.addClassName("muted");
        var by = new Div(AliasHistory.word(alias.cause()) + " by " + alias.movedBy());
        by.addClassName("muted");
        add(new Div(StatusBadge.alias(alias.name())), version, since, by);
        if (!alias.reason().isBlank()) {
            var reason = new Paragraph(alias.reason());
            reason.addClassName("opinion-words");
            add(reason);
        }
        if (activator) {
            add(actions(alias, rollback, point));
        }
    }

    private static Div actions(Alias alias, Rollback rollback, Consumer<Alias> point) {
        var actions = new Div();
        actions.addClassName("page-actions");
        var previous = alias.previous();
        if (previous != null) {
            var back = new Button("Roll back to version " + previous);
            back.addThemeVariants(ButtonVariant.PRIMARY);
            back.setDisableOnClick(true);
            back.addClickListener(_ -> {
                try {
                    rollback.of(alias, "");
                } finally {
                    back.setEnabled(true);
                }
            });
            var why =
                    new Button(
                            "Roll back with a reason",
                            _ -> new RollbackDialog(rollback, alias, previous).open());
            actions.add(back, why);
        }
        var elsewhere = new Button("Point elsewhere", _ -> point.accept(alias));
        elsewhere.setAriaLabel("Point " + alias.name() + " elsewhere");
        actions.add(elsewhere);
        return actions;
    }
}
