package dev.precept.contracts.proposal;

import dev.precept.contracts.review.CaseId;
import java.util.List;

/// Asks for a wording.
///
/// @param cases overturned ones of the policy, the most typical first, at most [#MAX_CASES]; a
///   model is shown the first [WordingTask#MAX_CORRECTIONS] of them
public record NewProposal(List<CaseId> cases) {

    public static final int MAX_CASES = 500;

    public NewProposal {
        cases = List.copyOf(cases);
    }
}
