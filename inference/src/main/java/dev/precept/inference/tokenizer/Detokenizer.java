package dev.precept.inference.tokenizer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Turns a stream of ordinary tokens into text, never half a character.
///
/// Bytes that may still become a character are held back; bytes that cannot become one are U+FFFD.
/// All pieces together equal the text of all bytes at once. For one stream and one thread.
public final class Detokenizer {

    private final Vocabulary vocabulary = Vocabulary.o200k();
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] pending = new byte[256];
    private int length;

    /// The characters that this token completes, often none in scripts with long encodings.
    ///
    /// @throws IllegalArgumentException if the token is a special one
    public String next(int id) {
        int more = vocabulary.length(id);
        if (length + more > pending.length) {
            pending = java.util.Arrays.copyOf(pending, length + more);
        }
        length += vocabulary.copy(id, pending, length);
        return decode(false);
    }

    /// The end: what is held back is incomplete for good and becomes U+FFFD. Ready for a new
    /// stream.
    public String finish() {
        String rest = decode(true);
        length = 0;
        decoder.reset();
        return rest;
    }

    private String decode(boolean end) {
        var in = ByteBuffer.wrap(pending, 0, length);
        var out = CharBuffer.allocate(length + 1);
        decoder.decode(in, out, end);
        if (end) {
            decoder.flush(out);
        }
        in.compact();
        length = in.position();
        return out.flip().toString();
    }
}
