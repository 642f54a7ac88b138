package dev.precept.console.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.ui.Refusal;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.rollout.NewBreakGlass;

/// Activates past closed gates: says what follows, and asks for a reason and an end.
class GlassDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient PolicyPage page;
    private final ComboBox<Integer> version;
    private final IntegerField hours = new IntegerField("Hours until it falls back");
    private final TextArea reason = new TextArea("Why");
    private final Refusal refusal = new Refusal();
    private final Button confirm = new Button("Break glass", _ -> breakIt());

    GlassDialog(Desk desk, PolicyPage page) {
        this.desk = desk;
        this.page = page;
        this.version = Choices.versionFor(page, Policy.LIVE);
        setHeaderTitle("Break glass?");
        setWidth("32rem");
        var text =
                new Paragraph(
                        "live moves to an approved version although gates are closed to it. Everybody sees it; another person must review it. Unless they accept it in time, live falls back to the version before.");
        text.addClassName("wrap");
        version.addValueChangeListener(_ -> showReady());
        hours.setMin(1);
        hours.setMax(NewBreakGlass.MAX_HOURS);
        hours.setStepButtonsVisible(true);
        hours.setHelperText("1 to %d".formatted(NewBreakGlass.MAX_HOURS));
        hours.setValue(24);
        hours.setValueChangeMode(ValueChangeMode.EAGER);
        hours.addValueChangeListener(_ -> showReady());
        reason.setMaxLength(2_000);
        reason.setMinRows(3);
        reason.setHelperText(
                "At least %d characters; kept for ever, with your name"
                        .formatted(NewBreakGlass.LEAST_REASON));
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(_ -> showReady());
        var fields = new Div(text, refusal, version, hours, reason);
        fields.addClassName("form");
        add(fields);
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button("Cancel", _ -> close()), confirm);
        version.focus();
        showReady();
    }

    private void showReady() {
        confirm.setEnabled(
                !version.isEmpty()
                        && !hours.isEmpty()
                        && reason.getValue().strip().length() >= NewBreakGlass.LEAST_REASON);
    }

    private void breakIt() {
        var wish =
                new NewBreakGlass(version.getValue(), reason.getValue().strip(), hours.getValue());
        if (refusal.allows(() -> desk.glasses().breakGlass(page.slug(), Policy.LIVE, wish))) {
            close();
            page.reload().run();
        }
    }
}
