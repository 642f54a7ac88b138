package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.inference.export.SmallGraphs;
import dev.precept.inference.testing.TestDevice;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class OrtSessionTest {

    @Test
    void tensorsOverSlicesOfOneBufferAreReadAndWritten() {
        try (var arena = Arena.ofConfined();
                var environment = OrtEnvironment.create();
                var session = open(environment);
                var memory = MemoryInfo.cpu();
                var options = RunOptions.create();
                var binding = OrtBinding.of(session)) {
            var buffer = arena.allocate(JAVA_FLOAT, 64);
            for (int i = 0; i < 32; i++) {
                buffer.setAtIndex(JAVA_FLOAT, i, i);
            }
            try (var x = OrtTensor.over(memory, buffer.asSlice(0, 128), ElementType.FLOAT, 32);
                    var y = OrtTensor.over(memory, buffer.asSlice(128), ElementType.FLOAT, 32)) {
                binding.input(arena.allocateFrom("x"), x);
                binding.output(arena.allocateFrom("y"), y);
                binding.run(options);
            }
            assertThat(buffer.getAtIndex(JAVA_FLOAT, 63)).isEqualTo(31);
        }
    }

    @Test
    void aSessionTellsWhatItReadsAndWrites() {
        try (var environment = OrtEnvironment.create();
                var session = open(environment)) {
            var ports = Ports.of(session);
            assertThat(ports.input("x")).isEqualTo(new Port("x", ElementType.FLOAT, List.of(-1L)));
            assertThat(ports.outputs()).containsOnlyKeys("y");
            assertThatThrownBy(() -> ports.output("z")).hasMessageContaining("'z'");
        }
    }

    @Test
    void cancelledRunsSaySo() {
        try (var arena = Arena.ofConfined();
                var environment = OrtEnvironment.create();
                var session = open(environment);
                var memory = MemoryInfo.cpu();
                var options = RunOptions.create();
                var binding = OrtBinding.of(session);
                var x = OrtTensor.over(memory, arena.allocate(128, 64), ElementType.FLOAT, 32);
                var y = OrtTensor.over(memory, arena.allocate(128, 64), ElementType.FLOAT, 32)) {
            binding.input(arena.allocateFrom("x"), x);
            binding.output(arena.allocateFrom("y"), y);
            options.cancel();
            assertThatThrownBy(() -> binding.run(options))
                    .isInstanceOf(OrtException.class)
                    .hasMessageContaining("terminate");
        }
    }

    @Test
    void aHandleIsClosedOnceAndNotUsedAfterwards() {
        var memory = MemoryInfo.cpu();
        memory.close();
        memory.close();
        try (var arena = Arena.ofConfined()) {
            var data = arena.allocate(128, 64);
            assertThatThrownBy(() -> OrtTensor.over(memory, data, ElementType.FLOAT, 32))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("MemoryInfo is closed");
        }
    }

    @Test
    void aTensorLargerThanItsMemoryIsRefused() {
        try (var arena = Arena.ofConfined();
                var memory = MemoryInfo.cpu()) {
            var data = arena.allocate(128, 64);
            assertThatThrownBy(() -> OrtTensor.over(memory, data, ElementType.FLOAT, 33))
                    .hasMessage("the tensor takes 132 bytes, the memory has 128");
        }
    }

    @Test
    @DisabledIfSystemProperty(named = TestDevice.PROPERTY, matches = "cuda")
    void cudaWithoutCudaIsRefusedInWords() {
        try (var environment = OrtEnvironment.create()) {
            var cuda =
                    new SessionOptions(
                            new SessionOptions.Provider.Cuda(0, Map.of()), 1, null, Map.of());
            assertThatThrownBy(() -> OrtSession.open(environment, SmallGraphs.identity(), cuda))
                    .isInstanceOf(OrtException.class)
                    .hasMessageContaining("CUDA cannot be used")
                    .hasMessageContaining("-Pgpu")
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void aProfiledSessionWritesWhatEachOperatorTook(@TempDir Path folder) throws Exception {
        var profiled =
                new SessionOptions(
                        new SessionOptions.Provider.Cpu(), 1, folder.resolve("run"), Map.of());
        try (var environment = OrtEnvironment.create()) {
            OrtSession.open(environment, SmallGraphs.identity(), profiled).close();
        }
        try (var files = java.nio.file.Files.list(folder)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(
                            file -> assertThat(file).content().contains("session_initialization"));
        }
    }

    @Test
    void whatIsNoModelIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("model.onnx"), "not a model");
        try (var environment = OrtEnvironment.create()) {
            assertThatThrownBy(() -> OrtSession.open(environment, file, SessionOptions.cpu(1)))
                    .isInstanceOf(OrtException.class);
            assertThatThrownBy(() ->
                            OrtSession.open(
                                    environment,
                                    folder.resolve("none.onnx"),
                                    SessionOptions.cpu(1)))
                    .isInstanceOf(OrtException.class)
                    .hasMessageContaining("none.onnx");
        }
    }

    private static OrtSession open(OrtEnvironment environment) {
        return OrtSession.open(environment, SmallGraphs.identity(), SessionOptions.cpu(1));
    }
}
