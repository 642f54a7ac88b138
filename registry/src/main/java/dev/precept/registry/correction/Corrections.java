package dev.precept.registry.correction;

import dev.precept.contracts.correction.CorrectionDraft;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.proposal.WordingTask.Correction;
import dev.precept.contracts.review.CaseId;
import dev.precept.registry.access.Actor;
import java.util.List;

/// What people corrected, for elsewhere in the registry.
public interface Corrections {

    /// The text that corrections are held against.
    ///
    /// @throws PreceptException `not-found` if the policy has no live version
    PolicyBundle live(String slug);

    /// In the order of the cases.
    ///
    /// @throws PreceptException `invalid-argument` for none or too many, `not-found` for a case
    ///   that nobody overturned
    List<Correction> corrections(String slug, List<CaseId> cases);

    /// Opens a draft with a text that was written for the cases, and protects them in the golden
    /// set as people decided.
    ///
    /// @param base the version that the text was written from
    CorrectionDraft draft(Actor actor, String slug, List<CaseId> cases, int base, String text);
}
