package dev.precept.contracts.evaluation;

import java.util.List;

/// Replaces the gates of a policy.
public record GateEdit(List<Gate> gates) {

    public GateEdit {
        gates = List.copyOf(gates);
    }
}
