package dev.precept.registry.intake;

import dev.precept.contracts.intake.BatchLineError;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import dev.precept.registry.intake.BatchChunk.Accepted;
import dev.precept.registry.policy.Asked;
import dev.precept.registry.policy.PolicyDirectory;
import dev.precept.registry.wire.WireJson;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the lines of one upload into accepted lines or errors. Remembers the custom_ids of the
/// upload, and what policy names mean until [#forgetPolicies].
final class BatchLineParser {

    static final int LONGEST_LINE = 8 * 1024 * 1024;
    static final int LONGEST_CUSTOM_ID = 128;

    private final WireJson wire;
    private final PolicyDirectory policies;
    private final Map<String, Integer> customIds = new HashMap<>();
    private final Map<String, Resolution> resolved = new HashMap<>();

    BatchLineParser(WireJson wire, PolicyDirectory policies) {
        this.wire = wire;
        this.policies = policies;
    }

    /// Adds what the line is to the chunk.
    void parse(NdjsonLines.Line line, BatchChunk chunk) {
        switch (line) {
            case NdjsonLines.Line.Text text -> parse(text, chunk);
            case NdjsonLines.Line.NotUtf8 invalid ->
                    chunk.add(
                            error(
                                    invalid.number(),
                                    ErrorCode.MALFORMED_REQUEST,
                                    "The line is not valid UTF-8 from its byte "
                                            + invalid.position()
                                            + " on."));
            case NdjsonLines.Line.TooLong longer ->
                    chunk.add(
                            error(
                                    longer.number(),
                                    ErrorCode.CONTENT_TOO_LARGE,
                                    "The line has "
                                            + longer.bytes()
                                            + " bytes; at most "
                                            + LONGEST_LINE
                                            + " are read."));
            case NdjsonLines.Line.Overrun overrun ->
                    throw new IllegalStateException("overrun at line " + overrun.number());
        }
    }

    private void parse(NdjsonLines.Line.Text line, BatchChunk chunk) {
        @Nullable String customId = null;
        try {
            var parsed = wire.read(line.text(), BatchLine.class);
            requireCustomId(parsed.customId());
            customId = parsed.customId();
            requireNew(customId);
            SubmissionRules.requireSubmittable(parsed.policies(), parsed.content());
            var versions = resolve(parsed.policies());
            customIds.put(customId, line.number());
            chunk.add(new Accepted(line.number(), customId, versions, parsed.content()));
        } catch (PreceptException refusal) {
            chunk.add(
                    new BatchLineError(
                            line.number(),
                            customId == null ? readableCustomId(line.text()) : customId,
                            refusal.code().wireName(),
                            String.valueOf(refusal.getMessage())));
        }
    }

    private void requireNew(String customId) {
        var first = customIds.get(customId);
        if (first != null) {
            throw new PreceptException(
                    ErrorCode.DUPLICATE_CUSTOM_ID,
                    "Line " + first + " has the same custom_id; it counts, this line does not.");
        }
    }

    private @Nullable String readableCustomId(String text) {
        var found = wire.member(text, "custom_id");
        return found == null || found.isBlank() || found.length() > LONGEST_CUSTOM_ID
                ? null
                : found;
    }

    private static void requireCustomId(String customId) {
        if (customId.isBlank() || customId.length() > LONGEST_CUSTOM_ID) {
            throw new PreceptException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The custom_id has "
                            + customId.length()
                            + " characters; give 1 to "
                            + LONGEST_CUSTOM_ID
                            + ", not all blank.");
        }
    }

    private List<Asked> resolve(List<String> names) {
        Set<Asked> versions = new LinkedHashSet<>();
        for (var name : names) {
            switch (resolved.computeIfAbsent(name, this::lookUp)) {
                case Resolution.Found found -> versions.add(found.asked());
                case Resolution.Refused refused -> throw refused.refusal();
            }
        }
        return List.copyOf(versions);
    }

    private Resolution lookUp(String name) {
        try {
            return new Resolution.Found(policies.ask(name));
        } catch (PreceptException refusal) {
            return new Resolution.Refused(refusal);
        }
    }

    /// Looks policy names up anew from here on.
    void forgetPolicies() {
        resolved.clear();
    }

    private static BatchLineError error(int line, ErrorCode code, String detail) {
        return new BatchLineError(line, null, code.wireName(), detail);
    }

    /// What a policy's name means for this chunk.
    private sealed interface Resolution {

        record Found(Asked asked) implements Resolution {}

        record Refused(PreceptException refusal) implements Resolution {}
    }
}
