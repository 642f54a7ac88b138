package dev.precept.contracts.access;

import java.util.Locale;

/// What people and services may be. The wire name, as it stands in a token, is in kebab case.
public enum Role {
    POLICY_AUTHOR,
    POLICY_APPROVER,
    POLICY_ACTIVATOR,
    REVIEWER,
    REVIEW_LEAD,
    AUDITOR,
    OPERATOR,
    SUBMITTER,
    WORKER;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
