package dev.precept.console.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.table.DataTable;
import dev.precept.console.table.PagedTable;
import dev.precept.console.time.Moment;
import dev.precept.console.ui.EmptyState;
import dev.precept.console.ui.Section;
import dev.precept.contracts.policy.Alias;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.rollout.Rollout;
import java.util.List;

/// What runs at this policy's aliases, what is due, what ran before, and what went past the gates.
@StyleSheet("context://precept/rollouts.css")
class RolloutPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient PolicyPage page;
    private final Div differences = new Div();

    RolloutPanel(Desk desk, PolicyPage page) {
        this.desk = desk;
        this.page = page;
        addClassName("page-body");
        var aliases = desk.aliases().aliases(page.slug());
        var open = desk.rollouts().open(page.slug());
        if (aliases.isEmpty()) {
            add(
                    new EmptyState(
                            "Nothing is live yet",
                            "A rollout goes from one version to another. Point live at an approved version first."));
        } else {
            aliases.forEach(alias -> add(alias(alias, open)));
            if (desk.mayActivate()) {
                add(actions());
            }
        }
        add(differences);
        add(new Section("Scheduled", new ScheduleList(desk, page)));
        add(new Section("All rollouts", all()));
        add(new GlassList(desk, page));
    }

    private Section alias(Alias alias, List<Rollout> open) {
        var own = open.stream().filter(each -> each.alias().equals(alias.name())).toList();
        var section = new Section("At " + alias.name(), new ShareBar(alias, own));
        if (own.isEmpty()) {
            var quiet = new Span("No rollout runs here.");
            quiet.addClassName("muted");
            section.add(quiet);
        }
        own.forEach(each -> section.add(new RolloutCard(desk, page, each, this::differ)));
        return section;
    }

    private void differ(Rollout rollout) {
        differences.removeAll();
        var list = new DisagreementList(desk, rollout);
        differences.add(new Section(RolloutWords.differences(rollout), list));
        differences.scrollIntoView();
        list.focus();
    }

    private Div actions() {
        boolean choice =
                page.versions().stream()
                        .anyMatch(each -> each.status() == PolicyVersionStatus.APPROVED);
        var start = new Button("Start a rollout", _ -> new StartDialog(desk, page).open());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setEnabled(choice);
        var later = new Button("Schedule", _ -> new ScheduleDialog(desk, page).open());
        later.setAriaLabel("Schedule an activation");
        later.setEnabled(choice);
        var glass = new Button("Break glass", _ -> new GlassDialog(desk, page).open());
        glass.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        glass.setEnabled(choice && page.policy().aliases().containsKey(Policy.LIVE));
        var actions = new Div(start, later, glass);
        actions.addClassName("page-actions");
        return actions;
    }

    private Anchor way(Rollout each) {
        var way =
                new Anchor(
                        page.address("rollouts/" + each.id()),
                        "version %d → %d".formatted(each.stable(), each.candidate()));
        way.addClassName("one-line");
        return way;
    }

    private PagedTable<Rollout> all() {
        var table =
                new DataTable<Rollout>("Rollouts")
                        .column("Started", each -> new Moment(each.startedAt()))
                        .text("Kind", each -> RolloutWords.kind(each.kind()))
                        .text("Alias", Rollout::alias)
                        .column("Way", this::way)
                        .column("Stands", each -> RolloutWords.badge(each.state()))
                        .number(
                                "Compared",
                                each -> String.valueOf(each.figures().disagreement().of()))
                        .rest(
                                "Disagreement",
                                each -> new Span(RolloutWords.rate(each.figures().disagreement())));
        var paged =
                new PagedTable<>(
                        table,
                        cursor -> desk.rollouts().list(page.slug(), cursor),
                        new EmptyState(
                                "No rollout yet",
                                "Try a version on a share of the traffic before it is live."));
        paged.load();
        return paged;
    }
}
