package dev.precept.console.policies;

import com.vaadin.flow.router.QueryParameters;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.List;

/// What the parts of a policy's page have in common.
///
/// @param versions newest first
/// @param query that the address was called with, so that a part can be linked to as it is filtered
/// @param reload shows the whole page anew, after something changed that other parts show too
public record PolicyPage(
        Policy policy,
        List<PolicyVersionSummary> versions,
        QueryParameters query,
        Runnable reload) {

    public PolicyPage {
        versions = List.copyOf(versions);
    }

    public String slug() {
        return policy.slug();
    }

    /// @return the address of a part of this page, or of a page below it
    public String address(String path) {
        return "policies/" + slug() + "/" + path;
    }
}
