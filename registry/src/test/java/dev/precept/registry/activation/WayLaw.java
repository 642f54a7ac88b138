package dev.precept.registry.activation;

import dev.precept.contracts.evaluation.Gate;
import java.util.List;

/// What the gates and rules of one moment allow, told from what is known of the policy and not by
/// the code under test.
record WayLaw(WayPolicy policy, List<Gate> gates, boolean writersBarred) {

    boolean allows(int version, String actor) {
        return allowsWriter(version, actor) && passes(version);
    }

    boolean allowsWriter(int version, String actor) {
        return !writersBarred || !policy.writers.get(version - 1).equals(actor);
    }

    boolean passes(int version) {
        return gates.stream()
                .allMatch(gate ->
                        policy.found(version).filter(found -> passes(gate, found)).isPresent());
    }

    private static boolean passes(Gate gate, int found) {
        return switch (gate.kind()) {
            case RECALL -> found >= gate.limit() * WayPolicy.CASES;
            case PROTECTED_WRONG -> WayPolicy.CASES - found <= gate.limit();
            case PRECISION, F1, REPLAY_CHANGE ->
                    throw new IllegalStateException("no such gate is set here");
        };
    }
}
