package dev.precept.quickstart.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {

    private static final URI SOMEWHERE = URI.create("http://localhost:1");

    @TempDir Path folder;

    @Test
    void aLiveQuickstartIsFoundByItsFile() throws IOException {
        var data = new DataDirectory(folder);
        var running = new Running(ProcessHandle.current().pid(), SOMEWHERE, SOMEWHERE, SOMEWHERE);

        running.write(data);

        assertThat(Running.on(data)).contains(running);
    }

    @Test
    void theFileOfADeadOneCountsForNothing() throws Exception {
        var data = new DataDirectory(folder);
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        new Running(ended.pid(), SOMEWHERE, SOMEWHERE, SOMEWHERE).write(data);

        assertThat(Running.on(data)).isEmpty();
        assertThat(Running.read(data)).isPresent();
    }

    @Test
    void aTornFileIsNoQuickstart() throws IOException {
        Files.writeString(folder.resolve("running.json"), "{\"pid\":");

        assertThat(Running.on(new DataDirectory(folder))).isEmpty();
    }
}
