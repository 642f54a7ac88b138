package dev.precept.bench;

/// Counts of right and wrong answers, violation being the positive class. An undetermined answer is
/// counted on its own, and as a miss where a violation was expected.
record Confusion(
        int truePositives,
        int falsePositives,
        int falseNegatives,
        int trueNegatives,
        int undetermined) {

    static final Confusion NONE = new Confusion(0, 0, 0, 0, 0);

    Confusion plus(boolean expectedViolation, String outcome) {
        var undecided = undetermined + (outcome.equals("UNDETERMINED") ? 1 : 0);
        var flagged = outcome.equals("VIOLATES");
        return new Confusion(
                truePositives + (expectedViolation && flagged ? 1 : 0),
                falsePositives + (!expectedViolation && flagged ? 1 : 0),
                falseNegatives + (expectedViolation && !flagged ? 1 : 0),
                trueNegatives + (!expectedViolation && !flagged ? 1 : 0),
                undecided);
    }

    int total() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    Share precision() {
        return new Share(truePositives, truePositives + falsePositives);
    }

    Share recall() {
        return new Share(truePositives, truePositives + falseNegatives);
    }

    Share accuracy() {
        return new Share(truePositives + trueNegatives, total());
    }

    double f1() {
        var denominator = 2 * truePositives + falsePositives + falseNegatives;
        return denominator == 0 ? Double.NaN : 2.0 * truePositives / denominator;
    }

    /// A share with its 95 % interval after Wilson (1927).
    record Share(int hits, int of) {

        private static final double Z = 1.959964;

        double value() {
            return of == 0 ? Double.NaN : (double) hits / of;
        }

        double lower() {
            return centre() - reach();
        }

        double upper() {
            return centre() + reach();
        }

        private double centre() {
            return (hits + Z * Z / 2) / (of + Z * Z);
        }

        private double reach() {
            return Z * Math.sqrt(hits * (double) (of - hits) / of + Z * Z / 4) / (of + Z * Z);
        }
    }
}
