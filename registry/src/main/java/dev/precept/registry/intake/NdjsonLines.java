package dev.precept.registry.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a stream of bytes into lines. Holds one line at a time, and of a line that is too long
/// nothing beyond the limit: the rest of it is read over. Blank lines are counted and left out.
final class NdjsonLines {

    private static final int BUFFER = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longestLine;
    private final long mostBytes;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private byte[] line = new byte[BUFFER];
    private int length;
    private int number;
    private long bytes;

    /// @param mostBytes of the whole stream; past it [#next] gives an [Line.Overrun]
    NdjsonLines(InputStream in, int longestLine, long mostBytes) {
        this.in = in;
        this.longestLine = longestLine;
        this.mostBytes = mostBytes;
    }

    /// @return null at the end
    @Nullable Line next() throws IOException {
        while (true) {
            long size = readLine();
            if (bytes > mostBytes) {
                return new Line.Overrun(number, bytes);
            }
            if (size < 0) {
                return null;
            }
            if (size > longestLine) {
                return new Line.TooLong(number, size);
            }
            if (!isBlank()) {
                return decoded();
            }
        }
    }

    /// Bytes read so far.
    long bytes() {
        return bytes;
    }

    /// The number of the line last begun, from 1.
    int number() {
        return number;
    }

    /// @return the bytes of the line without its end, or -1 if there is none
    private long readLine() throws IOException {
        length = 0;
        long size = 0;
        boolean begun = false;
        while (bytes <= mostBytes) {
            if (at == end && !fill()) {
                return begun ? size : -1;
            }
            if (!begun) {
                begun = true;
                number++;
            }
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            keep(at, stop - at, size);
            size += stop - at;
            at = stop;
            if (at < end) {
                at++;
                return size;
            }
        }
        return size;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer);
        at = 0;
        end = Math.max(read, 0);
        bytes += end;
        return read > 0;
    }

    private void keep(int from, int count, long before) {
        if (before + count > longestLine) {
            length = 0;
            return;
        }
        if (length + count > line.length) {
            line =
                    Arrays.copyOf(
                            line, Math.max(length + count, Math.min(longestLine, line.length * 2)));
        }
        System.arraycopy(buffer, from, line, length, count);
        length += count;
    }

    private boolean isBlank() {
        for (int index = 0; index < length; index++) {
            if (line[index] != ' ' && line[index] != '\t' && line[index] != '\r') {
                return false;
            }
        }
        return true;
    }

    private Line decoded() {
        int from = number == 1 && Arrays.mismatch(line, BYTE_ORDER_MARK) == 3 ? 3 : 0;
        var input = ByteBuffer.wrap(line, from, length - from);
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return new Line.Text(number, decoder.decode(input).toString());
        } catch (CharacterCodingException invalid) {
            return new Line.NotUtf8(number, input.position() + 1);
        }
    }

    /// What a line turned out to be.
    sealed interface Line {

        /// From 1, blank lines counted.
        int number();

        /// A line of text.
        record Text(int number, String text) implements Line {}

        /// A line that was read over.
        record TooLong(int number, long bytes) implements Line {}

        /// A line that is no UTF-8.
        ///
        /// @param position of the first byte that is wrong, from 1
        record NotUtf8(int number, int position) implements Line {}

        /// The stream is longer than allowed; nothing more is read of it.
        record Overrun(int number, long bytes) implements Line {}
    }
}
