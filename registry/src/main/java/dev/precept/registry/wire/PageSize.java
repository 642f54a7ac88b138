package dev.precept.registry.wire;

import dev.precept.contracts.paging.Page;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;

/// Reads how many rows of a page somebody wants.
public final class PageSize {

    private PageSize() {}

    /// @throws PreceptException `invalid-argument` if it is not 1 to [Page#MAX_SIZE]
    public static int of(int size) {
        if (size < 1 || size > Page.MAX_SIZE) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The size is " + size + "; ask for 1 to " + Page.MAX_SIZE + " rows.");
        }
        return size;
    }
}
