package dev.precept.inference.similarity;

import dev.precept.prompt.Passage;

/// What share of a passage an English model can read.
///
/// @param letters letters of any script
/// @param foreign letters of other scripts than Latin
record Readability(int letters, int foreign) {

    private static final double FOREIGN_LIMIT = 0.4;

    static Readability of(Passage passage) {
        int letters = 0;
        int foreign = 0;
        for (var part : passage.parts()) {
            String text = part.text();
            for (int i = 0; i < text.length(); ) {
                int point = text.codePointAt(i);
                i += Character.charCount(point);
                if (Character.isLetter(point)) {
                    letters++;
                    if (Character.UnicodeScript.of(point) != Character.UnicodeScript.LATIN) {
                        foreign++;
                    }
                }
            }
        }
        return new Readability(letters, foreign);
    }

    boolean isForeign() {
        return foreign > letters * FOREIGN_LIMIT;
    }

    long foreignPercent() {
        return letters == 0 ? 0 : Math.round(100.0 * foreign / letters);
    }
}
