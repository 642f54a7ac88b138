package dev.precept.contracts.review;

import dev.precept.contracts.content.Content;

/// A case with the content to be looked at.
///
/// @param content sensitive: show it blurred until the person asks
public record CaseDetail(ReviewCase reviewCase, Content content) {}
