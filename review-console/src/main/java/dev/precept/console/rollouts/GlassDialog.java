package dev.precept.console.rollouts;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.precept.console.policies.PolicyPage;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.rollout.NewBreakGlass;

/// Activates past closed gates: says what follows, and asks for a reason and an end.
class GlassDialog extends ActionDialog {

    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient PolicyPage page;
    private final ComboBox<Integer> version;
    private final IntegerField hours = new IntegerField("Hours until it falls back");

    GlassDialog(Desk desk, PolicyPage page) {
        super(
                "Break glass?",
                "live moves to an approved version although gates are closed to it. Everybody sees it; another person must review it. Unless they accept it in time, live falls back to the version before.",
                "Break glass",
                NewBreakGlass.LEAST_REASON,
                _ -> {});
        this.desk = desk;
        this.page = page;
        this.version = Choices.version(page);
        hours.setMin(1);
        hours.setMax(NewBreakGlass.MAX_HOURS);
        hours.setStepButtonsVisible(true);
        hours.setValue(24);
        addComponentAtIndex(1, version);
        addComponentAtIndex(2, hours);
        confirm.addClickListener(_ -> breakIt());
        grave();
    }

    private void breakIt() {
        var number = version.getValue();
        var until = hours.getValue();
        if (number == null || until == null) {
            version.setInvalid(number == null);
            hours.setInvalid(until == null);
            open();
            return;
        }
        try {
            desk.glasses()
                    .breakGlass(
                            page.slug(),
                            Policy.LIVE,
                            new NewBreakGlass(number, reason.getValue().strip(), until));
        } finally {
            page.reload().run();
        }
    }
}
