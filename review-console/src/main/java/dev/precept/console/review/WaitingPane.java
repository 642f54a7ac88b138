package dev.precept.console.review;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.shared.Registration;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.problem.PreceptException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.ResourceAccessException;

/// What stands on the review screen between cases: how many wait, and the way to the next. It looks
/// again every five seconds, but never claims by itself: nobody may be sitting there.
final class WaitingPane extends Div {

    private static final int POLL_MILLIS = 5_000;

    private final transient MeApi me;
    private final H2 title = new H2();
    private final Paragraph hint = new Paragraph();
    private final Select<Policy> policy = new Select<>();
    private final Button next;
    private @Nullable Registration polling;

    WaitingPane(MeApi me, PolicyApi policies, Runnable onNext) {
        this.me = me;
        addClassName("waiting-pane");
        next = new Button("Claim next (n)", _ -> onNext.run());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        policy.setLabel("Policy");
        policy.setEmptySelectionAllowed(true);
        policy.setEmptySelectionCaption("All policies");
        policy.setItemLabelGenerator(each -> each == null ? "All policies" : each.name());
        policy.setItems(policies.list());
        var icon = VaadinIcon.COFFEE.create();
        icon.addClassName("waiting-icon");
        add(icon, title, hint, policy, next);
    }

    /// The slug that the person reviews, or null for all.
    @Nullable String policy() {
        var chosen = policy.getValue();
        return chosen == null ? null : chosen.slug();
    }

    boolean holdsOne() {
        return me.inbox().claimedCases() > 0;
    }

    void refresh() {
        var open = me.inbox().openCases();
        if (open == 0) {
            title.setText("Nothing waits for you");
            hint.setText(
                    "All cases are decided or in other hands. This page looks again by itself.");
        } else {
            title.setText(open == 1 ? "One case waits" : open + " cases wait");
            hint.setText("The most pressing one comes first, and is yours alone while you look.");
        }
        next.setEnabled(open > 0);
    }

    private void refreshIfPossible() {
        try {
            refresh();
        } catch (PreceptException | ResourceAccessException notNow) {
            hint.setText("The registry cannot be asked now. This page tries again by itself.");
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        ui.setPollInterval(POLL_MILLIS);
        polling =
                ui.addPollListener(_ -> {
                    if (isVisible()) {
                        refreshIfPossible();
                    }
                });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }
}
