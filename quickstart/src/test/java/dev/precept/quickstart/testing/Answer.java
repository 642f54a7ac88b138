package dev.precept.quickstart.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a command printed and how it ended.
public record Answer(int code, String out, String err) {

    static Answer of(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("precept", ".out");
        Path err = Files.createTempFile("precept", ".err");
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end within 120 s: " + command);
            }
            return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
