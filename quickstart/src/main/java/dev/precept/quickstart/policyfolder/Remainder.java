package dev.precept.quickstart.policyfolder;

import java.util.ArrayList;
import java.util.List;

/// What an import left as it was, though folder and registry differ in it.
///
/// @param heading whether name, description or team differ
/// @param elsewhere golden cases that only the registry has
/// @param gates whether the folder asks for other gates
public record Remainder(boolean heading, int elsewhere, boolean gates) {

    public Remainder withoutGates() {
        return new Remainder(heading, elsewhere, false);
    }

    public boolean nothing() {
        return lines().isEmpty();
    }

    /// A sentence for each difference, with what can be done about it.
    public List<String> lines() {
        var lines = new ArrayList<String>();
        if (heading) {
            lines.add(
                    "name, description or team differ; they are set when a policy is made, export writes them");
        }
        if (elsewhere > 0) {
            lines.add(
                    "%d golden cases are in the registry only; --retire takes them out of use, export writes them"
                            .formatted(elsewhere));
        }
        if (gates) {
            lines.add("the gates differ; --gates sets them, export writes the registry's");
        }
        return lines;
    }
}
