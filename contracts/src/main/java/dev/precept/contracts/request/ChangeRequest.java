package dev.precept.contracts.request;

import dev.precept.contracts.policy.PolicyVersionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a version stands on its way to being approved, for the person who asks.
///
/// @param submission how often it was submitted; approvals belong to one submission
/// @param sha256 of the text in review or approved; approvals are bound to it
/// @param base the approved version that it was written from; null for a first one
/// @param moved the version that was approved since and must be merged in first; null if none was
/// @param asked who was asked and who agreed: everybody first, then group by group
/// @param missing in words, one sentence each; empty once nothing is missing
/// @param you what the caller may do
public record ChangeRequest(
        PolicyVersionStatus status,
        int submission,
        @Nullable String sha256,
        @Nullable Integer base,
        @Nullable Integer moved,
        ApprovalRules rules,
        People people,
        List<Asked> asked,
        List<String> missing,
        You you) {

    public ChangeRequest {
        asked = List.copyOf(asked);
        missing = List.copyOf(missing);
    }

    /// Who wrote.
    ///
    /// @param editors everybody who ever wrote on it, the author among them
    /// @param invited who else may read and write the draft
    public record People(
            String author, String lastEditor, List<String> editors, List<String> invited) {

        public People {
            editors = List.copyOf(editors);
            invited = List.copyOf(invited);
        }
    }

    /// Approvals that are asked for.
    ///
    /// @param group null for every approver
    /// @param agreed whose approvals count
    public record Asked(@Nullable String group, int needed, List<String> agreed) {

        public Asked {
            agreed = List.copyOf(agreed);
        }

        public boolean met() {
            return agreed.size() >= needed;
        }
    }

    /// What the caller may do; null where it is allowed, else the reason why not.
    ///
    /// @param noWrite why the caller does not edit, close or reopen it, nor invites others
    public record You(
            @Nullable String noWrite,
            @Nullable String noApprove,
            @Nullable String noDecline,
            @Nullable String noConclude,
            @Nullable String noWithdraw,
            @Nullable String noActivate) {}
}
