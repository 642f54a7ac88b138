package dev.precept.console.ui;

import com.vaadin.flow.component.html.Paragraph;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;

/// Says, where something was asked for, why the registry refused it. What was typed stays.
public final class Refusal extends Paragraph {

    private static final long serialVersionUID = 1L;

    public Refusal() {
        addClassName("refusal");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /// Does what may be refused.
    ///
    /// @return whether it was done
    public boolean allows(Runnable action) {
        setVisible(false);
        try {
            action.run();
            return true;
        } catch (PreceptException refused) {
            if (refused.code() == ErrorCode.UNAUTHENTICATED || refused.code().status() >= 500) {
                throw refused;
            }
            setText(refused.getMessage());
            setVisible(true);
            return false;
        }
    }
}
