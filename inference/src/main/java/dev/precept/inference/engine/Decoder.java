package dev.precept.inference.engine;

import dev.precept.inference.sampling.Logits;

/// A model's forward pass over the rows of a key-value cache.
///
/// A row holds the keys and values of one sequence; its tokens stand at positions 0, 1, 2 … without
/// gaps. All rows are allocated when the decoder is made; nothing grows later. Whatever stands
/// behind a row's last position is never read, so a shorter sequence may take the place of a longer
/// one without clearing.
///
/// For one thread. A [DecoderException] leaves all rows but those of the call as they were.
public interface Decoder extends AutoCloseable {

    Limits limits();

    /// Appends tokens to one row and looks at the last of them.
    ///
    /// @param position where the first of the tokens stands: the length of the row until now
    /// @param tokens appended from index `from` to before `to`; at most [Limits#chunk]
    /// @return what may follow the last token; valid until the next call that computes
    Logits prefill(int row, int position, int[] tokens, int from, int to);

    /// Appends one token to each of the rows `first` to before `first + rows`, in one pass.
    ///
    /// @param tokens one a row, from index 0
    /// @param positions where each token stands: the length of its row until now
    /// @return this, for reading [Step#logits]; valid until the next call that computes
    Step decode(int first, int rows, int[] tokens, int[] positions);

    /// Copies a row over another. Like the other copies it leaves logits valid.
    ///
    /// @param positions the length of the row: layers with a window no longer have what a shorter
    ///   row would need
    void copy(int from, int to, int positions);

    /// Keeps a row outside the rows.
    ///
    /// @param positions the length of the row
    Snapshot capture(int row, int positions);

    /// Makes a row begin with what was kept. The snapshot stays as it is.
    void restore(Snapshot snapshot, int row);

    /// How many bytes a snapshot of so many positions takes.
    long snapshotBytes(int positions);

    /// Frees rows and model; snapshots have to be closed before.
    @Override
    void close();

    /// What one pass over several rows gave.
    interface Step {

        /// @param index of the row within the call, from 0
        Logits logits(int index);
    }

    /// The beginning of a row, kept.
    interface Snapshot extends AutoCloseable {

        int positions();

        long bytes();

        @Override
        void close();
    }

    /// What a decoder was made for.
    ///
    /// @param rows sequences at a time
    /// @param context positions a row
    /// @param chunk most tokens of one prefill
    /// @param vocabulary ids, of which every one has a logit
    record Limits(int rows, int context, int chunk, int vocabulary) {

        public Limits {
            if (rows < 1 || context < 2 || chunk < 1 || vocabulary < 1) {
                throw new IllegalArgumentException(
                        "a decoder needs rows, positions, a chunk and a vocabulary, not %d, %d, %d, %d"
                                .formatted(rows, context, chunk, vocabulary));
            }
        }
    }
}
