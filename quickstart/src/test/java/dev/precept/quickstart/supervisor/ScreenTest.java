package dev.precept.quickstart.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @TempDir Path folder;

    @Test
    void aLogLineStartsWithItsSource() {
        screen(false).log("registry", Screen.Colour.BLUE, "started");

        assertThat(printed()).isEqualTo("[registry] started\n");
    }

    @Test
    void coloursAreOnlyWhereTheyAreWanted() {
        screen(true).log("registry", Screen.Colour.BLUE, "started");

        assertThat(printed()).contains("\u001b[34m[registry] \u001b[0mstarted");
    }

    @Test
    void outputGoesLineByLineToTheFileAndTheListener() throws IOException {
        var heard = new ArrayList<String>();
        var output = new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8));

        new LogFile(folder, "registry").follow(output, heard::add);

        assertThat(heard).containsExactly("one", "two");
        assertThat(Files.readString(folder.resolve("registry.log"))).isEqualTo("one\ntwo\n");
    }

    private Screen screen(boolean colours) {
        return new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), colours);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
