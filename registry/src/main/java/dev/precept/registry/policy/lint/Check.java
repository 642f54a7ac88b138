package dev.precept.registry.policy.lint;

import dev.precept.registry.policy.document.Findings;
import dev.precept.registry.policy.document.PolicyDocument;

/// Looks at one subject. Any text may come: it finds, it never fails.
interface Check {

    void check(PolicyDocument document, Findings findings);
}
