package dev.precept.registry.policy;

import dev.precept.contracts.policy.PolicyVersionRef;
import dev.precept.contracts.request.ApprovalRules;
import java.util.List;

/// Something beside approvals that rules can ask for before a version is approved. Every bean of
/// this type is asked, in the transaction that would approve.
public interface ApprovalCondition {

    /// @param version in review, by its hash
    /// @return what is missing, a sentence each; empty if the rules do not ask for it
    List<String> missing(ApprovalRules rules, PolicyVersionRef version);
}
