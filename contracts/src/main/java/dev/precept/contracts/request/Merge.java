package dev.precept.contracts.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draft and what was approved since, merged line by line.
///
/// @param base the version that both come from; null if there was none
/// @param onto the version that was approved since
/// @param revision of the draft that was merged
/// @param conflicts how many chunks need a decision
public record Merge(
        @Nullable Integer base, int onto, int revision, int conflicts, List<Chunk> chunks) {

    public Merge {
        chunks = List.copyOf(chunks);
    }

    /// A stretch of lines.
    ///
    /// @param base lines before both changes; empty where nothing stood
    /// @param mine lines of the draft
    /// @param theirs lines of the approved version
    public record Chunk(Kind kind, List<String> base, List<String> mine, List<String> theirs) {

        public Chunk {
            base = List.copyOf(base);
            mine = List.copyOf(mine);
            theirs = List.copyOf(theirs);
        }
    }

    /// Who changed a stretch.
    public enum Kind {
        /// Nobody.
        SAME,
        /// The draft, alone or as the approved version did.
        MINE,
        /// The approved version alone.
        THEIRS,
        /// Both, differently.
        CONFLICT
    }
}
