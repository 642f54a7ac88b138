package dev.precept.quickstart.policyfolder;

import dev.precept.contracts.policy.GoldenCaseEdit;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewGoldenCase;
import java.util.List;
import java.util.function.Consumer;

/// Brings the golden cases of a folder into a registry. What was done is told also where a step is
/// refused.
///
/// @param told gets a line for each kind of step
record GoldenImportSteps(GoldenSetApi golden, String slug, Consumer<String> told) {

    /// @throws IllegalStateException if somebody added one of them meanwhile
    void add(List<NewGoldenCase> cases) {
        int added = 0;
        try {
            for (var batch : GoldenBatches.of(cases)) {
                added += golden.importCases(slug, new GoldenImport("folder", batch)).added();
            }
        } finally {
            tell("added", added, cases.size());
        }
        if (added < cases.size()) {
            throw new IllegalStateException(
                    "%s: somebody added %d of the golden cases meanwhile; import again"
                            .formatted(slug, cases.size() - added));
        }
    }

    void change(List<NewGoldenCase> cases, StoredPolicy stored) {
        each("changed", cases, one -> golden.change(slug, stored.idOf(one), edit(one)));
    }

    void retire(List<NewGoldenCase> cases, StoredPolicy stored) {
        each("took out of use", cases, one -> golden.retire(slug, stored.idOf(one)));
    }

    private void each(String what, List<NewGoldenCase> cases, Consumer<NewGoldenCase> step) {
        int done = 0;
        try {
            for (var one : cases) {
                step.accept(one);
                done++;
            }
        } finally {
            tell(what, done, cases.size());
        }
    }

    private static GoldenCaseEdit edit(NewGoldenCase one) {
        return new GoldenCaseEdit(one.expected(), one.note(), Boolean.TRUE.equals(one.guarded()));
    }

    private void tell(String what, int done, int all) {
        if (done > 0) {
            told.accept(
                    done == all
                            ? "%s %d golden cases".formatted(what, done)
                            : "%s %d of %d golden cases".formatted(what, done, all));
        }
    }
}
