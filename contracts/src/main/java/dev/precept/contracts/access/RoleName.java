package dev.precept.contracts.access;

/// The wire names of [Role] as constants, for annotations.
public final class RoleName {

    public static final String POLICY_AUTHOR = "policy-author";
    public static final String POLICY_APPROVER = "policy-approver";
    public static final String POLICY_ACTIVATOR = "policy-activator";
    public static final String REVIEWER = "reviewer";
    public static final String REVIEW_LEAD = "review-lead";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";
    public static final String SUBMITTER = "submitter";
    public static final String WORKER = "worker";

    private RoleName() {}
}
