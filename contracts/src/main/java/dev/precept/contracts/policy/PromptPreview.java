package dev.precept.contracts.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A prompt, piece by piece. Joined, the pieces are byte for byte what a worker gives a model of
/// the gpt-oss family, control tokens written as people write them.
///
/// @param tokens of each part under o200k_harmony
/// @param total of all parts
public record PromptPreview(
        Effort effort, List<Piece> pieces, Map<Part, Integer> tokens, int total) {

    public PromptPreview {
        pieces = List.copyOf(pieces);
        tokens = Map.copyOf(tokens);
    }

    public String written() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /// Some text, or one control token.
    ///
    /// @param control whether it is one token that no policy and no content can write
    public record Piece(Part part, boolean control, String text) {}

    /// What a piece is for.
    public enum Part {
        /// The system message: effort and channels.
        SYSTEM,
        /// The policy, in the developer's message.
        POLICY,
        /// How to answer, behind the policy: Precept writes it.
        ANSWER,
        /// The user message.
        CONTENT,
        /// Where the model goes on.
        REPLY
    }
}
