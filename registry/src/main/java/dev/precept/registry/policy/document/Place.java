package dev.precept.registry.policy.document;

/// A part of one line.
///
/// @param line from 1
/// @param column where it starts, from 1, in UTF-16 units; 0 means the whole line
/// @param end the column behind its last character
public record Place(int line, int column, int end) {

    public static Place wholeLine(int line) {
        return new Place(line, 0, 0);
    }

    /// Where a piece of a line stands.
    ///
    /// @param start index of its first character on the line, from 0
    public static Place of(int line, int start, int length) {
        return new Place(line, start + 1, start + 1 + length);
    }
}
