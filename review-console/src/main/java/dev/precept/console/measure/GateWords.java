package dev.precept.console.measure;

import dev.precept.contracts.evaluation.Gate;

/// Gates in words.
public final class GateWords {

    private GateWords() {}

    public static String name(Gate.Kind kind) {
        return switch (kind) {
            case RECALL -> "Recall";
            case PRECISION -> "Precision";
            case F1 -> "F1";
            case PROTECTED_WRONG -> "Protected cases judged wrong";
            case REPLAY_CHANGE -> "Past items that change";
        };
    }

    public static String explained(Gate.Kind kind) {
        return switch (kind) {
            case RECALL -> "Share of the violating golden cases that are found.";
            case PRECISION -> "Share of what is found that does violate.";
            case F1 -> "Precision and recall in one figure.";
            case PROTECTED_WRONG -> "Golden cases marked as protected that are judged wrong.";
            case REPLAY_CHANGE -> "Share of replayed items that would be judged otherwise.";
        };
    }

    /// Whether more is better.
    public static boolean isLeast(Gate.Kind kind) {
        return switch (kind) {
            case RECALL, PRECISION, F1 -> true;
            case PROTECTED_WRONG, REPLAY_CHANGE -> false;
        };
    }

    /// Whether it counts cases; the others are shares.
    public static boolean counts(Gate.Kind kind) {
        return kind == Gate.Kind.PROTECTED_WRONG;
    }

    /// For example `at least 95.0 %`.
    public static String asked(Gate gate) {
        return (isLeast(gate.kind()) ? "at least " : "at most ")
                + figure(gate.kind(), gate.limit());
    }

    public static String figure(Gate.Kind kind, double value) {
        return counts(kind) ? Share.count(Math.round(value)) : Share.percent(value);
    }
}
