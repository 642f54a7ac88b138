package dev.precept.contracts.request;

import java.util.List;
import java.util.Set;

/// Replaces the rules of a policy; see [ApprovalRules] for what they mean.
public record ApprovalRulesEdit(int approvals, List<GroupShare> groups, Set<Demand> demands) {

    public ApprovalRulesEdit {
        groups = List.copyOf(groups);
        demands = Set.copyOf(demands);
    }
}
