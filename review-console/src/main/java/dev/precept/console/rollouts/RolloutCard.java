package dev.precept.console.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import dev.precept.console.measure.ClosedGates;
import dev.precept.console.policies.PolicyPage;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutAction;
import dev.precept.contracts.rollout.RolloutStep;
import java.util.function.Consumer;

/// One open rollout: its share and steps, what was seen, and what can be done.
class RolloutCard extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient PolicyPage page;
    private final transient Rollout rollout;

    RolloutCard(Desk desk, PolicyPage page, Rollout rollout, Consumer<Rollout> differ) {
        this.desk = desk;
        this.page = page;
        this.rollout = rollout;
        addClassNames("card", "rollout-card");
        var head =
                new Div(new H3(RolloutWords.title(rollout)), RolloutWords.badge(rollout.state()));
        head.addClassName("rollout-head");
        add(head);
        var events = desk.rollouts().events(page.slug(), rollout.id());
        add(new RolloutFacts(desk, rollout, events), actions(differ));
        add(new RolloutHistory(events.stream().limit(5).toList()));
    }

    private Div actions(Consumer<Rollout> differ) {
        var actions = new Div();
        actions.addClassName("page-actions");
        if (desk.maySeeContents() && !rollout.figures().kinds().isEmpty()) {
            actions.add(new Button("Disagreements", _ -> differ.accept(rollout)));
        }
        if (!desk.mayActivate()) {
            return actions;
        }
        var next = rollout.nextStep();
        if (rollout.state() == State.RUNNING && next != null) {
            actions.add(
                    primary(
                            new Button(
                                    "Step to %d %%".formatted(next),
                                    _ ->
                                            ask(
                                                    "Step to %d %%".formatted(next),
                                                    effect(next),
                                                    this::step))));
        }
        if (rollout.state() == State.RUNNING) {
            actions.add(
                    button(
                            "Promote",
                            "Version %d then answers everything at %s."
                                    .formatted(rollout.candidate(), rollout.alias()),
                            this::promote),
                    button(
                            "Halt",
                            "Version %d answers everything from the next lease on; you can resume."
                                    .formatted(rollout.stable()),
                            this::halt));
        } else {
            actions.add(
                    button(
                            "Resume",
                            "Version %d gets %d %% again; its figures count anew for the limits."
                                    .formatted(rollout.candidate(), rollout.share()),
                            this::resume));
        }
        var abort =
                button(
                        "Abort",
                        "The rollout ends; version %d answers everything from the next lease on."
                                .formatted(rollout.stable()),
                        this::abort);
        abort.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        actions.add(abort);
        return actions;
    }

    private String effect(int share) {
        return rollout.kind() == Kind.CANARY
                ? "Version %d answers %d %% of the items from the next lease on."
                        .formatted(rollout.candidate(), share)
                : "Version %d judges %d %% of the items beside the live one, without effect."
                        .formatted(rollout.candidate(), share);
    }

    private static Button primary(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button button(String name, String text, Consumer<String> act) {
        return new Button(name, _ -> ask(name, text, act));
    }

    private void ask(String name, String text, Consumer<String> act) {
        new ActionDialog(name + "?", text, name, 0, reason -> reloading(() -> act.accept(reason)))
                .open();
    }

    /// Whatever became of it, the page shows what is so by now.
    private void reloading(Runnable act) {
        try {
            act.run();
        } finally {
            page.reload().run();
        }
    }

    private String revision() {
        return "\"" + rollout.revision() + "\"";
    }

    private void step(String reason) {
        desk.rollouts().step(page.slug(), rollout.id(), revision(), new RolloutStep(null, reason));
    }

    private void promote(String reason) {
        ClosedGates.allow(
                page.slug(),
                rollout.candidate(),
                () ->
                        desk.rollouts()
                                .promote(
                                        page.slug(),
                                        rollout.id(),
                                        revision(),
                                        new RolloutAction(reason)));
    }

    private void halt(String reason) {
        desk.rollouts().halt(page.slug(), rollout.id(), new RolloutAction(reason));
    }

    private void resume(String reason) {
        desk.rollouts().resume(page.slug(), rollout.id(), revision(), new RolloutAction(reason));
    }

    private void abort(String reason) {
        desk.rollouts().abort(page.slug(), rollout.id(), new RolloutAction(reason));
    }
}
