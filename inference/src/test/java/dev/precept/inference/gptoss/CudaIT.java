package dev.precept.inference.gptoss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.inference.engine.DecoderException;
import dev.precept.inference.export.Precision;
import dev.precept.inference.export.TinyModels;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.onnx.OrtAllocator;
import dev.precept.inference.onnx.OrtEnvironment;
import dev.precept.inference.onnx.OrtSession;
import dev.precept.inference.testing.TestDevice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// What only a graphics processor can show; the tests of parity run there too.
@EnabledIfSystemProperty(named = TestDevice.PROPERTY, matches = "cuda")
class CudaIT {

    private static final int ROUNDS = 60;
    private static final long TOLERATED_MIB = 256;

    @TempDir private Path path;

    @Test
    void aDeviceThatIsNotThereIsRefusedInOneLine() {
        assertThatThrownBy(() -> OrtModel.start(folder(), on(7, 1L << 30)).close())
                .isInstanceOf(DecoderException.class)
                .hasMessageContaining("CUDA cannot be used");
    }

    @Test
    void tooLittleMemoryIsRefusedWithTheNumbers() {
        assertThatThrownBy(() -> OrtModel.start(folder(), on(0, 1L << 16)).close())
                .isInstanceOf(DecoderException.class)
                .hasMessageContaining("MiB");
    }

    @Test
    void modelsInThirtyTwoBitsAreRefusedWithTheWayOut() {
        TinyModels.writeForAnyDevice(TinyModels.config(4, 2, 8), 5, Precision.F32, path);
        var exact = ModelFolder.read(path);
        assertThatThrownBy(() -> OrtModel.start(exact, on(0, 1L << 30)).close())
                .isInstanceOf(DecoderException.class)
                .hasMessageContaining("--precision");
    }

    @Test
    void enginesThatAreClosedGiveTheDevicesMemoryBack() throws IOException {
        var folder = folder();
        cycle(folder, 5);
        long before = usedMib();
        cycle(folder, ROUNDS);
        assertThat(usedMib() - before).isLessThan(TOLERATED_MIB);
    }

    @Test
    void rowsAreCopiedByTheRuntimeItself() {
        try (var environment = OrtEnvironment.create();
                var session =
                        OrtSession.open(environment, GraphCopier.IDENTITY, TestDevice.sessions());
                var where = TestDevice.memory();
                var allocator = OrtAllocator.of(session, where)) {
            assertThat(RuntimeCopier.tried(environment, allocator, where)).isPresent();
        }
    }

    private static void cycle(ModelFolder folder, int rounds) {
        for (int round = 0; round < rounds; round++) {
            OrtModel.start(folder, on(0, 1L << 30)).close();
        }
    }

    private ModelFolder folder() {
        TinyModels.write(TinyModels.config(4, 2, 8), 5, Precision.F16, path);
        return ModelFolder.read(path);
    }

    private static OrtModel.Options on(int device, long memory) {
        return new OrtModel.Options(
                1, 2, 128, 32, 0, 1 << 20, new Device.Cuda(device, memory, false));
    }

    private static long usedMib() throws IOException {
        var query =
                new ProcessBuilder(
                                "nvidia-smi",
                                "--id=0",
                                "--query-gpu=memory.used",
                                "--format=csv,noheader,nounits")
                        .start();
        try (var out = query.inputReader(StandardCharsets.US_ASCII)) {
            return Long.parseLong(out.readLine().strip());
        }
    }
}
