package dev.precept.console.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import dev.precept.console.time.PersonZone;
import dev.precept.console.time.Pickers;
import dev.precept.console.verdict.VerdictBadges;
import dev.precept.contracts.intake.ItemSearch;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.verdict.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The filters of a search. Dates are entered in the person's own zone, which is named beside them.
final class FilterForm extends Div {

    private final ZoneId zone = PersonZone.current();
    private final TextField text = new TextField("Words in the content");
    private final Select<Policy> policy = new Select<>();
    private final Select<Outcome> outcome = new Select<>();
    private final TextField rule = new TextField("Rule");
    private final TextField externalId = new TextField("External id");
    private final DateTimePicker from = Pickers.time("From");
    private final DateTimePicker to = Pickers.time("Until");
    private final NumberField confidence = new NumberField("Confidence below");
    private final Details more = new Details("More filters");
    private final List<Policy> policies;

    FilterForm(List<Policy> policies, Runnable onSearch) {
        this.policies = policies;
        addClassName("filter-form");
        policy.setLabel("Policy");
        policy.setItems(policies);
        policy.setItemLabelGenerator(each -> each == null ? "All policies" : each.name());
        policy.setEmptySelectionAllowed(true);
        policy.setEmptySelectionCaption("All policies");
        outcome.setLabel("Outcome");
        outcome.setItems(Outcome.values());
        outcome.setItemLabelGenerator(
                each -> each == null ? "Any outcome" : VerdictBadges.word(each));
        outcome.setEmptySelectionAllowed(true);
        outcome.setEmptySelectionCaption("Any outcome");
        rule.setPlaceholder("SP2");
        from.setHelperText("Time zone " + zone.getId());
        to.setHelperText("Time zone " + zone.getId());
        confidence.setMin(0);
        confidence.setMax(1);
        confidence.setStep(0.05);
        text.setClearButtonVisible(true);
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        var search = new Button("Search", _ -> onSearch.run());
        search.addThemeVariants(ButtonVariant.PRIMARY);
        search.addClickShortcut(Key.ENTER);
        var clear =
                new Button(
                        "Clear",
                        _ -> {
                            show(ItemSearch.ALL);
                            text.clear();
                            onSearch.run();
                        });
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(search, clear);
        buttons.addClassName("filter-buttons");
        add(row(text, policy, outcome, buttons), more);
        more.add(row(rule, externalId, confidence, from, to));
    }

    private static Div row(Component... fields) {
        var row = new Div(fields);
        row.addClassName("filters");
        return row;
    }

    /// Sets every filter but the words, and opens what would hide one that is set.
    void show(ItemSearch search) {
        policy.setValue(
                policies.stream()
                        .filter(each -> Objects.equals(each.slug(), search.policy()))
                        .findFirst()
                        .orElse(null));
        outcome.setValue(search.outcome());
        rule.setValue(Objects.requireNonNullElse(search.ruleId(), ""));
        externalId.setValue(Objects.requireNonNullElse(search.externalId(), ""));
        confidence.setValue(search.confidenceBelow());
        setInstant(from, search.from());
        setInstant(to, search.to());
        more.setOpened(
                Stream.of(
                                search.ruleId(),
                                search.externalId(),
                                search.confidenceBelow(),
                                search.from(),
                                search.to())
                        .anyMatch(Objects::nonNull));
    }

    ItemSearch search() {
        var chosen = policy.getValue();
        return new ItemSearch(
                value(text),
                chosen == null ? null : chosen.slug(),
                outcome.getValue(),
                value(rule),
                value(externalId),
                instant(from),
                instant(to),
                confidence.getValue());
    }

    private void setInstant(DateTimePicker picker, @Nullable Instant instant) {
        if (instant == null) {
            picker.clear();
        } else {
            picker.setValue(instant.atZone(zone).toLocalDateTime());
        }
    }

    private @Nullable Instant instant(DateTimePicker picker) {
        var local = picker.getValue();
        return local == null ? null : local.atZone(zone).toInstant();
    }

    private static @Nullable String value(TextField field) {
        var text = field.getValue().strip();
        return text.isEmpty() ? null : text;
    }
}
