package dev.precept.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.export.SmallGraphs;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class LeakIT {

    private static final int ROUNDS = 10_000;
    private static final long TOLERATED = 24L << 20;

    @Test
    void tenThousandSessionsLeaveNothingBehind() throws IOException {
        byte[] model = SmallGraphs.identity();
        try (var environment = OrtEnvironment.create()) {
            rounds(environment, model, ROUNDS / 2);
            long before = resident();
            rounds(environment, model, ROUNDS);
            assertThat(resident() - before).isLessThan(TOLERATED);
        }
    }

    private static void rounds(OrtEnvironment environment, byte[] model, int rounds) {
        for (int i = 0; i < rounds; i++) {
            try (var arena = Arena.ofConfined();
                    var session = OrtSession.open(environment, model, SessionOptions.cpu(1));
                    var memory = MemoryInfo.cpu();
                    var options = RunOptions.create();
                    var binding = OrtBinding.of(session);
                    var x = OrtTensor.over(memory, arena.allocate(128, 64), ElementType.FLOAT, 32);
                    var y =
                            OrtTensor.over(
                                    memory, arena.allocate(128, 64), ElementType.FLOAT, 32)) {
                binding.input(arena.allocateFrom("x"), x);
                binding.output(arena.allocateFrom("y"), y);
                binding.run(options);
            }
        }
    }

    private static long resident() throws IOException {
        System.gc();
        String[] pages = Files.readString(Path.of("/proc/self/statm")).split(" ");
        return Long.parseLong(pages[1]) * 4_096;
    }
}
