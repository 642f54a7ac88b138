package dev.precept.registry.golden;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Whether a file is UTF-8 text that can be stored, said with the place where it is not.
final class Utf8 {

    private static final int BUFFER = 64 * 1024;

    private long line = 1;
    private long character = 1;

    private Utf8() {}

    /// @throws dev.precept.contracts.problem.PreceptException `invalid-argument` with the line
    static void require(SpooledFile file) throws IOException {
        try (var in = file.bytes()) {
            new Utf8().read(in);
        }
    }

    private void read(InputStream in) throws IOException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(BUFFER);
        var text = CharBuffer.allocate(BUFFER);
        boolean more = true;
        while (more) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            more = read >= 0;
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            requireNotUtf16(bytes);
            var result = decoder.decode(bytes, text, !more);
            walk(text.flip());
            if (result.isError()) {
                throw Refusals.file(
                        line,
                        "character %d is not UTF-8. Save the file as UTF-8 and send it again."
                                .formatted(character));
            }
            bytes.compact();
            text.clear();
        }
    }

    private void requireNotUtf16(ByteBuffer bytes) {
        if (line == 1 && character == 1 && bytes.remaining() >= 2) {
            int mark = bytes.getShort(bytes.position()) & 0xFFFF;
            if (mark == 0xFEFF || mark == 0xFFFE) {
                throw Refusals.file(
                        1, "the file is UTF-16. Save it as UTF-8 (in Excel: CSV UTF-8).");
            }
        }
    }

    private void walk(CharBuffer text) {
        while (text.hasRemaining()) {
            char next = text.get();
            if (next == 0) {
                throw Refusals.file(
                        line,
                        "character %d is U+0000, which is no text. Is this a CSV or JSONL file in UTF-8?"
                                .formatted(character));
            }
            character = next == '\n' ? 1 : character + 1;
            line += next == '\n' ? 1 : 0;
        }
    }
}
