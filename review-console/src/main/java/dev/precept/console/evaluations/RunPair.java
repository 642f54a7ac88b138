package dev.precept.console.evaluations;

import dev.precept.contracts.evaluation.Evaluation;

/// Two runs of one policy, as they are called beside each other: by their versions where these
/// differ, else as the earlier and the later run.
record RunPair(Evaluation before, Evaluation now) {

    String beforeName() {
        return name(before, now);
    }

    String nowName() {
        return name(now, before);
    }

    /// For example `Version 4 against version 3`.
    String title() {
        return nowName() + " against " + beforeName().replaceFirst("^V", "v");
    }

    boolean replay() {
        return RunWords.isReplay(now);
    }

    boolean sameSource() {
        return before.source().equals(now.source());
    }

    private static String name(Evaluation run, Evaluation other) {
        int version = run.policyVersion().number();
        if (version != other.policyVersion().number()) {
            return "Version " + version;
        }
        var later = run.createdAt().isAfter(other.createdAt());
        return "Version %d, %s run".formatted(version, later ? "later" : "earlier");
    }
}
