package dev.precept.contracts.evaluation;

import dev.precept.contracts.revision.Revisioned;
import java.util.List;

/// The gates of a policy.
///
/// @param revision counts changes, from 0 for a policy that never had gates
public record GateSet(int revision, List<Gate> gates) implements Revisioned {

    public GateSet {
        gates = List.copyOf(gates);
    }
}
