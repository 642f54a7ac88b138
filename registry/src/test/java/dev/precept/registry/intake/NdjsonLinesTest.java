package dev.precept.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonLinesTest {

    @Test
    void linesAreNumberedAndBlankOnesLeftOut() throws IOException {
        assertThat(lines("one\n\n  \r\ntwo\r\nthree"))
                .containsExactly(
                        new NdjsonLines.Line.Text(1, "one"),
                        new NdjsonLines.Line.Text(4, "two\r"),
                        new NdjsonLines.Line.Text(5, "three"));
    }

    @Test
    void byteOrderMarkIsLeftOut() throws IOException {
        assertThat(lines("\uFEFFone\n\uFEFFtwo"))
                .containsExactly(
                        new NdjsonLines.Line.Text(1, "one"),
                        new NdjsonLines.Line.Text(2, "\uFEFFtwo"));
    }

    @Test
    void invalidUtf8IsReportedWithItsPosition() throws IOException {
        var bytes = "good\nbad?\ngood".getBytes(StandardCharsets.UTF_8);
        bytes[8] = (byte) 0xC3;
        assertThat(lines(new ByteArrayInputStream(bytes), 100, 1_000))
                .containsExactly(
                        new NdjsonLines.Line.Text(1, "good"),
                        new NdjsonLines.Line.NotUtf8(2, 4),
                        new NdjsonLines.Line.Text(3, "good"));
    }

    @Test
    void lineBeyondTheLimitIsReadOverAndTheNextOneStands() throws IOException {
        var text = "a".repeat(200_000) + "\nnext\n" + "b".repeat(100_000);
        assertThat(lines(stream(text), 100_000, 1_000_000))
                .containsExactly(
                        new NdjsonLines.Line.TooLong(1, 200_000),
                        new NdjsonLines.Line.Text(2, "next"),
                        new NdjsonLines.Line.Text(3, "b".repeat(100_000)));
    }

    @Test
    void endlessLineEndsAtTheLimitOfTheStream() throws IOException {
        var endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                };
        assertThat(lines(endless, 1_000, 1_000_000))
                .singleElement()
                .isInstanceOf(NdjsonLines.Line.Overrun.class);
    }

    @Test
    void emptyStreamHasNoLines() throws IOException {
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n")).isEmpty();
    }

    private static List<NdjsonLines.Line> lines(String text) throws IOException {
        return lines(stream(text), 1_000, 1_000_000);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<NdjsonLines.Line> lines(InputStream in, int longest, long most)
            throws IOException {
        var reader = new NdjsonLines(in, longest, most);
        var lines = new ArrayList<NdjsonLines.Line>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
            if (line instanceof NdjsonLines.Line.Overrun) {
                break;
            }
        }
        return lines;
    }
}
