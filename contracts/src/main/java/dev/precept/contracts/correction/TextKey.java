package dev.precept.contracts.correction;

/// Names a text that is to be embedded: an item's content, or a sentence of a policy.
///
/// @param key opaque; a result carries it back
public record TextKey(String key, String text) {

    /// Shows no text.
    @Override
    public String toString() {
        return "TextKey[" + key + "]";
    }
}
