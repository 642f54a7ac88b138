package dev.precept.registry.activation;

import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.contracts.rollout.BreakGlass;

/// Says why broken glass keeps more from being broken.
final class BreakGlassBar {

    private BreakGlassBar() {}

    /// @param bar owed a review, or rejected by one
    static void refuse(BreakGlass bar) {
        var review = bar.review();
        throw new PreceptException(
                ErrorCode.WRONG_STATE,
                review == null
                        ? "%s went past the gates of %s with version %d, and no review has said whether that was right. Another approver reviews it first."
                                .formatted(bar.brokenBy(), bar.alias(), bar.to())
                        : "%s reviewed version %d at %s and rejected it. It goes live when it passes its gates; another version may go past them."
                                .formatted(review.by(), bar.to(), bar.alias()));
    }
}
