package dev.precept.inference.engine;

/// What an engine has done since its start; counts and nanoseconds only grow, the last four are as
/// of now.
///
/// @param decoderNanos spent in the model, of the `busyNanos` spent in steps at all
public record EngineFigures(
        long finished,
        long failed,
        long dropped,
        Work prefill,
        Work decode,
        long prefixHits,
        long prefixMisses,
        long queuedNanos,
        long decoderNanos,
        long busyNanos,
        int waiting,
        int active,
        int rows,
        long prefixBytes) {

    /// @param calls into the model
    public record Work(long calls, long tokens, long nanos) {

        public double tokensPerSecond() {
            return nanos == 0 ? 0 : tokens * 1e9 / nanos;
        }

        /// How many tokens one call computed on average.
        public double tokensPerCall() {
            return calls == 0 ? 0 : (double) tokens / calls;
        }
    }

    /// Share of prefixes that did not have to be computed.
    public double prefixHitRate() {
        long all = prefixHits + prefixMisses;
        return all == 0 ? 0 : (double) prefixHits / all;
    }
}
