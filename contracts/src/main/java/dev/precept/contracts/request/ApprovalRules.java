package dev.precept.contracts.request;

import dev.precept.contracts.revision.Revisioned;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// By which rules the versions of a policy are approved.
///
/// @param revision counts changes, from 0 for a policy whose rules were never set
/// @param approvals by different people, 0 to 6; with 0 a submitted version is approved at once
/// @param groups that must be among them
public record ApprovalRules(
        int revision, int approvals, List<GroupShare> groups, Set<Demand> demands)
        implements Revisioned {

    public static final int MOST_APPROVALS = 6;

    public ApprovalRules {
        groups = List.copyOf(groups);
        demands = Set.copyOf(demands);
    }

    /// What holds until rules are set: one approval by somebody who never wrote on the version.
    public static ApprovalRules standard() {
        return new ApprovalRules(
                0,
                1,
                List.of(),
                EnumSet.of(
                        Demand.AUTHOR_MAY_NOT_APPROVE,
                        Demand.LAST_EDITOR_MAY_NOT_APPROVE,
                        Demand.EARLIER_EDITORS_MAY_NOT_APPROVE,
                        Demand.DECLINE_BLOCKS));
    }

    public boolean ask(Demand demand) {
        return demands.contains(demand);
    }
}
