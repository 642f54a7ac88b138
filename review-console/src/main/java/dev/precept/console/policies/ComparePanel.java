package dev.precept.console.policies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.precept.console.prose.ChangeList.Layout;
import dev.precept.console.prose.ProseRooms;
import dev.precept.console.ui.EmptyState;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.Optional;

/// Two versions side by side.
class ComparePanel extends Div {

    private static final long serialVersionUID = 1L;

    /// How a comparison is shown.
    private enum Way {
        SIDES("By rule, side by side"),
        INLINE("By rule, inline"),
        LINES("Line by line");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    private final transient PolicyApi policies;
    private final transient ProseRooms prose;
    private final Select<Way> way = new Select<>();
    private final String slug;
    private final ComboBox<PolicyVersionSummary> from = chooser("Before");
    private final ComboBox<PolicyVersionSummary> to = chooser("After");
    private final Div result = new Div();

    ComparePanel(PolicyApi policies, ProseRooms prose, PolicyPage page) {
        this.policies = policies;
        this.prose = prose;
        this.slug = page.slug();
        var versions = page.versions();
        if (versions.size() < 2) {
            add(new EmptyState("Only one version", "A second version can be compared with it."));
            return;
        }
        from.setItems(versions);
        to.setItems(versions);
        from.setValue(asked(page, "from").orElse(versions.get(1)));
        to.setValue(asked(page, "to").orElse(versions.get(0)));
        way.setLabel("Shown");
        way.setItems(Way.values());
        way.setItemLabelGenerator(each -> each.title);
        way.setValue(Way.SIDES);
        way.addValueChangeListener(change -> compare());
        from.addValueChangeListener(change -> compare());
        to.addValueChangeListener(change -> compare());
        var choosers = new Div(from, new Span("→"), to, way);
        choosers.addClassName("choosers");
        add(choosers, result);
        compare();
    }

    private void compare() {
        var before = from.getValue();
        var after = to.getValue();
        result.removeAll();
        if (before != null && after != null) {
            try {
                result.add(compared(before.number(), after.number()));
            } catch (PreceptException refused) {
                if (refused.code() != ErrorCode.DRAFT_PRIVATE) {
                    throw refused;
                }
                var why = String.valueOf(refused.getMessage());
                result.add(new EmptyState("A private draft", why));
            }
        }
    }

    private Component compared(int before, int after) {
        return switch (way.getValue()) {
            case SIDES -> prose.changes(slug, before, after, Layout.SIDE_BY_SIDE);
            case INLINE -> prose.changes(slug, before, after, Layout.INLINE);
            case LINES -> new DiffTable(policies.diff(slug, before, after));
        };
    }

    /// A version that the address names, so that a comparison can be linked to.
    private static Optional<PolicyVersionSummary> asked(PolicyPage page, String parameter) {
        return page.query()
                .getSingleParameter(parameter)
                .flatMap(number ->
                        page.versions().stream()
                                .filter(version ->
                                        number.equals(Integer.toString(version.number())))
                                .findFirst());
    }

    private static ComboBox<PolicyVersionSummary> chooser(String label) {
        var chooser = new ComboBox<PolicyVersionSummary>(label);
        chooser.setItemLabelGenerator(
                version -> "Version " + version.number() + " by " + version.author());
        return chooser;
    }
}
