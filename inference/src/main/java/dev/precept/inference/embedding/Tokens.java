package dev.precept.inference.embedding;

/// The tokens of a text, without the marks that models put around them.
///
/// @param unknown how many of them stand for words that the vocabulary cannot spell
public record Tokens(int[] ids, int unknown) {

    public int count() {
        return ids.length;
    }
}
