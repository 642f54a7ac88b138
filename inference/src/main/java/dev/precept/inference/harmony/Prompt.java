package dev.precept.inference.harmony;

/// What a model is asked: a prefix that all contents under a policy share, and the rest.
///
/// The prefix ends in a special token, so both parts tokenise independently. The arrays are the
/// record's own; do not write to them.
///
/// @param prefix system and developer message: effort and policy
/// @param suffix user message, and the start of the assistant's
@SuppressWarnings("ArrayRecordComponent")
public record Prompt(int[] prefix, int[] suffix) {

    public int length() {
        return prefix.length + suffix.length;
    }

    /// Both parts in one array.
    public int[] ids() {
        int[] ids = java.util.Arrays.copyOf(prefix, length());
        System.arraycopy(suffix, 0, ids, prefix.length, suffix.length);
        return ids;
    }

    /// Shows the sizes only: content stays out of logs.
    @Override
    public String toString() {
        return "Prompt[prefix " + prefix.length + ", suffix " + suffix.length + " tokens]";
    }
}
