package dev.precept.prompt;

import java.util.List;

/// The content to be judged, in the order in which it was said; a single message has one part.
public record Passage(List<Part> parts) {

    public Passage {
        parts = List.copyOf(parts);
    }

    /// @param speaker `user`, `assistant`, `system` or `tool`
    public record Part(String speaker, String text) {

        /// Shows the size only: content stays out of logs.
        @Override
        public String toString() {
            return "Part[" + speaker + ", " + text.length() + " characters]";
        }
    }
}
