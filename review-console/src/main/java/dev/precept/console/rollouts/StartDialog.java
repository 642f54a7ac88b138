package dev.precept.console.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.precept.console.measure.ClosedGates;
import dev.precept.console.policies.PolicyPage;
import dev.precept.console.ui.Refusal;
import dev.precept.contracts.rollout.NewRollout;
import dev.precept.contracts.rollout.Rollout.Kind;
import dev.precept.contracts.rollout.RolloutLimits;
import java.util.Arrays;
import java.util.List;

/// Asks for what a rollout needs; what is not changed is what suits most.
class StartDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient PolicyPage page;
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>("How");
    private final ComboBox<Integer> version;
    private final ComboBox<String> alias;
    private final TextField steps = new TextField("Steps in %");
    private final IntegerField minutes = new IntegerField("Minutes between steps");
    private final NumberField disagreement = new NumberField("Halt above % disagreement");
    private final NumberField undetermined = new NumberField("Halt above % undetermined");
    private final IntegerField minimum = new IntegerField("After at least so many items");
    private final TextArea reason = new TextArea("Why");
    private final Refusal refusal = new Refusal();

    StartDialog(Desk desk, PolicyPage page) {
        this.desk = desk;
        this.page = page;
        this.alias = Choices.alias(page);
        this.version = Choices.versionFor(page, alias);
        setHeaderTitle("Start a rollout");
        setWidth("36rem");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(each ->
                each == Kind.CANARY
                        ? "Canary: it answers a share"
                        : "Shadow: it judges a share beside the live one, without effect");
        kind.setValue(Kind.CANARY);
        steps.setValue("1, 5, 25, 50");
        steps.setHelperText("Growing, 1 to 100");
        minutes.setHelperText("Empty: you step by hand");
        disagreement.setValue(100 * RolloutLimits.DEFAULT.disagreement());
        undetermined.setValue(100 * RolloutLimits.DEFAULT.undetermined());
        minimum.setValue(RolloutLimits.DEFAULT.minimum());
        reason.setMaxLength(2_000);
        var fields =
                new Div(
                        refusal,
                        kind,
                        version,
                        alias,
                        steps,
                        minutes,
                        disagreement,
                        undetermined,
                        minimum,
                        reason);
        fields.addClassName("form");
        add(fields);
        var start = new Button("Start", _ -> start());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setEnabled(false);
        version.addValueChangeListener(change -> start.setEnabled(change.getValue() != null));
        getFooter().add(new Button("Cancel", _ -> close()), start);
        version.focus();
    }

    private void start() {
        List<Integer> shares;
        try {
            shares =
                    Arrays.stream(steps.getValue().split("[,; ]+"))
                            .filter(each -> !each.isBlank())
                            .map(Integer::valueOf)
                            .toList();
        } catch (NumberFormatException unreadable) {
            steps.setErrorMessage("Whole numbers with commas between them, for example 1, 5, 25");
            steps.setInvalid(true);
            return;
        }
        var wish =
                new NewRollout(
                        alias.getValue(),
                        kind.getValue(),
                        version.getValue(),
                        shares,
                        minutes.getValue(),
                        new RolloutLimits(
                                disagreement.getOptionalValue().orElse(100.0) / 100,
                                undetermined.getOptionalValue().orElse(100.0) / 100,
                                minimum.getOptionalValue().orElse(RolloutLimits.DEFAULT.minimum())),
                        reason.getValue().strip());
        refusal.allows(() -> start(wish));
    }

    private void start(NewRollout wish) {
        if (ClosedGates.allow(
                page.slug(), wish.candidate(), () -> desk.rollouts().start(page.slug(), wish))) {
            close();
            page.reload().run();
        }
    }
}
