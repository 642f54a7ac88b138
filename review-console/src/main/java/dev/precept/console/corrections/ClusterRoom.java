package dev.precept.console.corrections;

import dev.precept.contracts.correction.CorrectedCase;
import dev.precept.contracts.review.CaseId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a person can do with the cases of a cluster.
///
/// @param read gives cases with their contents
/// @param opens whether the page of a case opens for the person
/// @param draft opens a draft from chosen cases; null where the person may not
/// @param propose asks a model for a wording for chosen cases; null where none can be asked
record ClusterRoom(
        Function<List<CaseId>, List<CorrectedCase>> read,
        boolean opens,
        @Nullable Consumer<List<CaseId>> draft,
        @Nullable Consumer<List<CaseId>> propose) {

    boolean choosing() {
        return draft != null || propose != null;
    }
}
