package dev.precept.registry.review;

import dev.precept.contracts.policy.ReviewThresholds;
import dev.precept.contracts.review.CaseReason;
import dev.precept.contracts.verdict.Verdict;
import java.util.function.BiPredicate;

/// Sends verdicts to people for one reason.
record RoutingRule(CaseReason reason, BiPredicate<Verdict, ReviewThresholds> applies) {}
