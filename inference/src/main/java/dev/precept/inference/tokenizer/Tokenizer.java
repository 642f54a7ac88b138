package dev.precept.inference.tokenizer;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Encodes ordinary text with o200k_base's ranks and decodes any ids.
///
/// Whatever the text says, the ids are below [Vocabulary#ORDINARY]: `<|start|>` becomes `[27, 91,
/// 5236, 91, 29]`. A lone surrogate counts as U+FFFD. Safe for use by many threads.
public final class Tokenizer {

    private final Encoding encoding =
            Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private final Vocabulary vocabulary = Vocabulary.o200k();

    private Tokenizer() {}

    /// The one tokenizer; the first call reads the ranks (about half a second).
    public static Tokenizer o200k() {
        return Holder.O200K;
    }

    public int[] encode(String text) {
        IntArrayList ids = encoding.encodeOrdinary(wellFormed(text));
        return ids.toArray();
    }

    /// The text of ids as people write it: special tokens by name, broken characters as U+FFFD.
    public String decode(int... ids) {
        var text = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        for (int id : ids) {
            if (Special.is(id)) {
                text.append(bytes.toString(StandardCharsets.UTF_8)).append(Special.name(id));
                bytes.reset();
            } else {
                bytes.writeBytes(vocabulary.bytes(id));
            }
        }
        return text.append(bytes.toString(StandardCharsets.UTF_8)).toString();
    }

    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return mended(text);
            }
        }
        return text;
    }

    private static String mended(String text) {
        var mended = new StringBuilder(text.length());
        text.codePoints()
                .map(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                                ? 0xFFFD
                                : point)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }

    private static final class Holder {
        static final Tokenizer O200K = new Tokenizer();
    }
}
