package dev.precept.console.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.time.PersonZone;
import dev.precept.console.time.Pickers;
import dev.precept.console.ui.Refusal;
import dev.precept.contracts.rollout.NewActivation;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Asks when, and in which time zone that is meant; the instant in UTC is said before it is kept.
class ScheduleDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient PolicyPage page;
    private final ComboBox<Integer> version;
    private final ComboBox<String> alias;
    private final DateTimePicker at = Pickers.time("When");
    private final ComboBox<String> zone = new ComboBox<>("Time zone");
    private final TextArea reason = new TextArea("Why");
    private final Span instant = new Span();
    private final Refusal refusal = new Refusal();
    private final Button schedule = new Button("Schedule", _ -> schedule());

    ScheduleDialog(Desk desk, PolicyPage page) {
        this.desk = desk;
        this.page = page;
        this.version = Choices.version(page);
        this.alias = Choices.alias(page);
        setHeaderTitle("Schedule an activation");
        setWidth("36rem");
        at.setStep(Duration.ofMinutes(15));
        at.addValueChangeListener(_ -> tell());
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setValue(
                PersonZone.current().getId().equals("Z") ? "UTC" : PersonZone.current().getId());
        zone.setHelperText("The time above is meant in this zone");
        zone.addValueChangeListener(_ -> tell());
        version.addValueChangeListener(_ -> tell());
        reason.setMaxLength(2_000);
        instant.addClassName("muted");
        instant.getElement().setAttribute("aria-live", "polite");
        var fields = new Div(refusal, version, alias, at, zone, instant, reason);
        fields.addClassName("form");
        add(fields);
        schedule.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), schedule);
        version.focus();
        tell();
    }

    private void tell() {
        LocalDateTime when = at.getValue();
        schedule.setEnabled(when != null && zone.getValue() != null && version.getValue() != null);
        instant.setText(
                when == null || zone.getValue() == null
                        ? "Gates and approvals are looked at again when the time comes."
                        : "That is %s (UTC). Gates and approvals are looked at again then."
                                .formatted(
                                        DateTimeFormatter.ISO_INSTANT.format(
                                                when.atZone(ZoneId.of(zone.getValue()))
                                                        .toInstant())));
    }

    private void schedule() {
        var meant = ZoneId.of(zone.getValue());
        var wish =
                new NewActivation(
                        alias.getValue(),
                        version.getValue(),
                        at.getValue().atZone(meant).toInstant(),
                        meant.getId(),
                        reason.getValue().strip());
        if (refusal.allows(() -> desk.activations().schedule(page.slug(), wish))) {
            close();
            page.reload().run();
        }
    }
}
