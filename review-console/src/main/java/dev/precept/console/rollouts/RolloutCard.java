package dev.precept.console.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.measure.ClosedGates;
import dev.precept.console.measure.Share;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.time.Moment;
import dev.precept.contracts.rollout.Rollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.Rollout.State;
import dev.precept.contracts.rollout.RolloutAction;
import dev.precept.contracts.rollout.RolloutEvent;
import dev.precept.contracts.rollout.RolloutStep;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
                new Div(
                        new H3(
                                "%s of version %d"
                                        .formatted(
                                                RolloutWords.kind(rollout.kind()),
                                                rollout.candidate())),
                        RolloutWords.badge(rollout.state()));
        head.addClassName("rollout-head");
        add(head);
        var events = desk.rollouts().events(page.slug(), rollout.id());
        if (rollout.state() == State.HALTED) {
            events.stream()
                    .filter(each -> each.action() == RolloutEvent.Action.HALTED)
                    .findFirst()
                    .ifPresent(each -> add(halted(each)));
        }
        add(steps(), figures());
        var course = desk.rollouts().course(page.slug(), rollout.id());
        if (!course.isEmpty()) {
            var charts =
                    new Div(
                            CourseChart.disagreement(course, rollout.limits()),
                            CourseChart.undetermined(course, rollout.limits()));
            charts.addClassName("courses");
            add(charts);
        }
        if (!desk.maySeeContents() && !rollout.figures().kinds().isEmpty()) {
            var readers = new Span("Authors, reviewers, leads and auditors read what differs.");
            readers.addClassName("muted");
            add(readers);
        }
        add(actions(differ));
        var history = new Div();
        history.addClassNames("muted", "rollout-history");
        events.stream().limit(5).forEach(each -> history.add(line(each)));
        add(history);
    }

    private static Div halted(RolloutEvent event) {
        var by =
                event.actor().equals("precept")
                        ? "Halted by itself. "
                        : "Halted by " + event.actor() + ". ";
        var banner = new Div(by + event.reason());
        banner.addClassName("rollout-alarm");
        banner.getElement().setAttribute("role", "alert");
        return banner;
    }

    private Div steps() {
        var text =
                "%s %d %%; steps %s %%"
                        .formatted(
                                rollout.state() == State.HALTED ? "Halted at" : "Now",
                                rollout.share(),
                                rollout.steps().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")));
        var line = new Div(new Span(text));
        line.addClassName("muted");
        var due = rollout.nextStepAt();
        if (due != null) {
            line.add(new Span(" · next step due "), new Moment(due));
        }
        return line;
    }

    private Div figures() {
        var seen = rollout.figures();
        var figures =
                new Div(
                        figure("Judged by the candidate", Share.count(seen.judged())),
                        figure("Disagreement", RolloutWords.rate(seen.disagreement())),
                        figure("Undetermined", RolloutWords.rate(seen.undetermined())));
        figures.addClassName("rollout-figures");
        return figures;
    }

    private static Div figure(String name, String value) {
        var label = new Span(name);
        label.addClassName("muted");
        var number = new Span(value);
        number.addClassName("rollout-value");
        return new Div(label, number);
    }

    private Div line(RolloutEvent event) {
        var words =
                " %s by %s%s"
                        .formatted(
                                RolloutWords.action(event.action()),
                                event.actor(),
                                event.reason().isBlank() ? "" : ": " + event.reason());
        return new Div(new Moment(event.at()), new Span(words));
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
