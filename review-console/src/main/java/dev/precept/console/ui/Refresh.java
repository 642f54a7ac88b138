package dev.precept.console.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import dev.precept.contracts.problem.PreceptException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.ResourceAccessException;

/// Does something again and again while it is on the page, driven by the browser, so that no thread
/// waits. It is seen only while the registry cannot be asked: then what was shown stays, and is
/// said to be old.
public final class Refresh extends Div {

    private static final long serialVersionUID = 1L;

    private final int millis;
    private final transient Runnable again;
    private @Nullable Registration polling;
    private boolean stopped;

    public Refresh(int millis, Runnable again) {
        this.millis = millis;
        this.again = again;
        addClassName("notice");
        getElement().setAttribute("role", "status");
        setText("The registry cannot be asked. This is old by now; trying again.");
        setVisible(false);
    }

    /// For good: there is nothing left that could change.
    public void stop() {
        stopped = true;
        getUI().ifPresent(ui -> ui.setPollInterval(-1));
        forget();
    }

    void tick() {
        try {
            again.run();
            setVisible(false);
        } catch (PreceptException | ResourceAccessException notNow) {
            setVisible(true);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!stopped) {
            event.getUI().setPollInterval(millis);
            polling = event.getUI().addPollListener(_ -> tick());
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        forget();
    }

    private void forget() {
        if (polling != null) {
            polling.remove();
            polling = null;
        }
    }
}
