package dev.precept.inference;

/// How a caller wants to be served.
///
/// @param urgent whether somebody waits for it: urgent calls go before others
/// @param listener hears the reasoning as it is written, on the calling thread
public record Wish(boolean urgent, ReasoningListener listener) {

    /// In turn, and in silence.
    public static final Wish NONE = new Wish(false, ReasoningListener.NONE);

    /// Hears what a model thinks while it thinks. It may quote the passage.
    @FunctionalInterface
    public interface ReasoningListener {

        /// Hears nothing.
        ReasoningListener NONE = _ -> {};

        /// @param piece whole characters, to be put behind the earlier ones
        void reasoning(String piece);
    }
}
