package dev.precept.inference.tokenizer;

/// The special tokens of o200k_harmony: ids above the ordinary ones that no text can produce.
public final class Special {

    public static final int START_OF_TEXT = 199_998;
    public static final int END_OF_TEXT = 199_999;
    public static final int RETURN = 200_002;
    public static final int CONSTRAIN = 200_003;
    public static final int CHANNEL = 200_005;
    public static final int START = 200_006;
    public static final int END = 200_007;
    public static final int MESSAGE = 200_008;
    public static final int CALL = 200_012;

    private Special() {}

    /// Whether the id is outside the ordinary vocabulary.
    public static boolean is(int id) {
        return id >= START_OF_TEXT;
    }

    /// Whether generation stops here.
    public static boolean isStop(int id) {
        return id == RETURN || id == END_OF_TEXT || id == CALL;
    }

    /// The token as people write it, for golden files and messages.
    public static String name(int id) {
        return switch (id) {
            case START_OF_TEXT -> "<|startoftext|>";
            case END_OF_TEXT -> "<|endoftext|>";
            case RETURN -> "<|return|>";
            case CONSTRAIN -> "<|constrain|>";
            case CHANNEL -> "<|channel|>";
            case START -> "<|start|>";
            case END -> "<|end|>";
            case MESSAGE -> "<|message|>";
            case CALL -> "<|call|>";
            default -> "<|reserved_" + id + "|>";
        };
    }
}
