package dev.precept.inference.openai;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The events of a `text/event-stream`, as far as chat servers use the format: one line of data
/// each. It reads no more than a given number of bytes.
final class EventStream {

    private static final String DATA = "data:";

    private final InputStream bytes;
    private long left;

    EventStream(InputStream bytes, long most) {
        this.bytes = new BufferedInputStream(bytes);
        this.left = most;
    }

    /// @return the next event's data, or null at the end
    /// @throws TooLongException if the stream is longer than allowed
    @Nullable String next() throws IOException {
        var line = line();
        while (line != null && !line.startsWith(DATA)) {
            line = line();
        }
        return line == null ? null : line.substring(DATA.length()).strip();
    }

    private @Nullable String line() throws IOException {
        var line = new ByteArrayOutputStream();
        int next = bytes.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            if (--left < 0) {
                throw new TooLongException();
            }
            next = bytes.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /// The server does not stop.
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("the answer is longer than any judgement can be");
        }
    }
}
