package dev.precept.inference.gptoss;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.precept.inference.export.TinyModels;
import dev.precept.inference.testing.TestDevice;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A step of decoding leaves next to nothing to the garbage collector.
class AllocationTest {

    private static final int STEPS = 2_000;
    private static final int ROWS = 8;

    /// For the handle of the mask, whose shape differs from step to step.
    private static final long BYTES_A_STEP = 1_024;

    @TempDir private Path folder;

    @Test
    void stepsAllocateNoMoreForManyRowsThanForOne() {
        TinyModels.write(TinyModels.config(4, 2, 8), 1, TestDevice.precision(), folder);
        try (var decoder = TinyModels.open(folder, ROWS, STEPS + 1, 16)) {
            assertThat(allocated(decoder, 1)).isLessThan(BYTES_A_STEP);
            assertThat(allocated(decoder, ROWS)).isLessThan(BYTES_A_STEP);
        }
    }

    /// Bytes a step, after as many steps to warm up.
    private static long allocated(OrtDecoder decoder, int rows) {
        steps(decoder, rows);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        steps(decoder, rows);
        return (threads.getCurrentThreadAllocatedBytes() - before) / STEPS;
    }

    private static void steps(OrtDecoder decoder, int rows) {
        var tokens = new int[rows];
        var positions = new int[rows];
        for (int step = 0; step < STEPS; step++) {
            var outputs = decoder.decode(0, rows, tokens, positions);
            for (int row = 0; row < rows; row++) {
                tokens[row] = outputs.logits(row).best();
                positions[row]++;
            }
        }
    }
}
