package dev.precept.console.measure;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import dev.precept.contracts.evaluation.GateResult;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Says that gates kept a version from going live, with their figures and the way to them.
public final class ClosedGates extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final TypeReference<List<GateResult>> RESULTS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ClosedGates(String slug, int number, List<GateResult> closed) {
        setHeaderTitle("Version " + number + " was not made live");
        setWidth("46rem");
        var text =
                new Paragraph(
                        closed.size() == 1
                                ? "One gate of this policy is closed to it. Nothing was changed."
                                : closed.size()
                                        + " gates of this policy are closed to it. Nothing was changed.");
        var gates =
                new Anchor("policies/%s/gates?version=%d".formatted(slug, number), "All its gates");
        add(text, new GateTable(slug, closed), gates);
        getFooter().add(new Button("Close", click -> close()));
    }

    /// Does what the registry may refuse because of gates.
    ///
    /// @return whether it was done; otherwise the dialog is open
    public static boolean allow(String slug, int number, Runnable move) {
        try {
            move.run();
            return true;
        } catch (PreceptException refused) {
            if (refused.code() != ErrorCode.GATES_CLOSED) {
                throw refused;
            }
            new ClosedGates(
                            slug,
                            number,
                            JSON.convertValue(refused.properties().get("gates"), RESULTS))
                    .open();
            return false;
        }
    }
}
