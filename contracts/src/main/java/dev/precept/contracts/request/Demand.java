package dev.precept.contracts.request;

/// Something that the rules of a policy ask for beside a number of approvals.
public enum Demand {
    /// Who opened the draft may not approve it.
    AUTHOR_MAY_NOT_APPROVE,
    /// Who saved it last may not approve it.
    LAST_EDITOR_MAY_NOT_APPROVE,
    /// Whoever else wrote on it on the way may not approve it.
    EARLIER_EDITORS_MAY_NOT_APPROVE,
    /// Whoever wrote on a version may not make it live.
    WRITERS_MAY_NOT_ACTIVATE,
    /// A decline sends the version back at once; otherwise it is an opinion among others.
    DECLINE_BLOCKS,
    /// The version passes every gate of the policy before it is approved.
    GATES_PASSED,
    /// Every thread of comments on the version is resolved before it is approved.
    THREADS_RESOLVED
}
