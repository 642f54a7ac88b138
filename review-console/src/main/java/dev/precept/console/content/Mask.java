package dev.precept.console.content;

/// What stands on the page in place of content that nobody has asked to see: filler of about the
/// same size that tells nothing of the words, not even how long they are. So nothing that reads the
/// page (printing, selecting, searching, extensions) finds the content.
final class Mask {

    private static final String FILLER = "nnnn nnnnnnn nn nnnnn nnn nnnnnnnn nnnn ";

    private static final int LONGEST = 1_200;

    private Mask() {}

    static String of(String text) {
        var length = Math.min(LONGEST, Math.max(FILLER.length(), text.length()));
        return FILLER.repeat(length / FILLER.length() + 1).substring(0, length).strip();
    }
}
