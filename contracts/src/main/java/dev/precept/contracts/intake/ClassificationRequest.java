package dev.precept.contracts.intake;

import dev.precept.contracts.content.Content;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks what some policies say of one content.
///
/// @param policies each `slug@alias` or `slug@number`; a bare slug means its `live` alias
/// @param externalId the submitter's own name for the content
/// @param metadata kept with the item, at most 16 entries; not for content
public record ClassificationRequest(
        List<String> policies,
        Content content,
        @Nullable String externalId,
        @Nullable Map<String, String> metadata) {}
