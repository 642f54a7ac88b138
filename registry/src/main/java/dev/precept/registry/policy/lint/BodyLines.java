package dev.precept.registry.policy.lint;

import dev.precept.registry.policy.document.PolicyDocument;

/// Goes through a document's body line by line, with the section that each line is in.
final class BodyLines {

    private BodyLines() {}

    /// What is done with a line.
    interface Visitor {

        /// @param section its heading in lower case; empty before the first
        /// @param number from 1
        void visit(String section, int number, String line);
    }

    static void of(PolicyDocument document, Visitor visitor) {
        var sections = document.sections();
        int next = 0;
        var section = "";
        for (int line = document.bodyLine(); line <= document.lines().size(); line++) {
            while (next < sections.size() && sections.get(next).line() <= line) {
                section = Sections.key(sections.get(next++));
            }
            visitor.visit(section, line, document.lines().get(line - 1));
        }
    }
}
