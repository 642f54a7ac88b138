package dev.precept.contracts.rollout;

import dev.precept.contracts.content.Content;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.verdict.Verdict;

/// An item on which the candidate says something else.
///
/// @param sequence orders them; a later one is greater
/// @param content sensitive: show it blurred until a person asks
public record Disagreement(
        long sequence, ItemId itemId, Content content, Verdict stable, Verdict candidate) {}
