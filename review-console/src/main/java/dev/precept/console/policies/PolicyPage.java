package dev.precept.console.policies;

import com.vaadin.flow.router.QueryParameters;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyVersionSummary;
import java.util.List;
import java.util.function.Supplier;

/// What the parts of a policy's page have in common.
///
/// @param all gives the versions, newest first, to those parts that need them all
/// @param query that the address was called with, so that a part can be linked to as it is filtered
/// @param reload shows the whole page anew, after something changed that other parts show too
public record PolicyPage(
        Policy policy,
        Supplier<List<PolicyVersionSummary>> all,
        QueryParameters query,
        Runnable reload) {

    public String slug() {
        return policy.slug();
    }

    /// Every version, newest first.
    public List<PolicyVersionSummary> versions() {
        return all.get();
    }

    /// @return the address of a part of this page, or of a page below it
    public String address(String path) {
        return "policies/" + slug() + "/" + path;
    }
}
