package dev.precept.registry.review;

import dev.precept.contracts.review.CaseId;
import dev.precept.contracts.review.DecisionKind;

/// Published inside the transaction that keeps a decision.
record CaseDecided(CaseId id, DecisionKind kind) {}
