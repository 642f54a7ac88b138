package dev.precept.inference.gptoss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.inference.engine.Decoder.Limits;
import dev.precept.inference.engine.DecoderException;
import dev.precept.inference.export.Precision;
import dev.precept.inference.export.SmallGraphs;
import dev.precept.inference.export.TinyModels;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.testing.TestDevice;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The code that keeps keys and values on a graphics processor, with the processor in its place.
class DeviceRowsTest {

    private static final long SEED = 5;

    @TempDir private Path path;

    @Test
    void theCopyingGraphIsTheOneThatOurWriterMakes() {
        assertThat(GraphCopier.IDENTITY).isEqualTo(SmallGraphs.copy());
    }

    @Test
    void rowsOnADeviceAreComputedCopiedKeptAndRestored() {
        var config = TinyModels.config(4, 2, 8);
        TinyModels.write(config, SEED, TestDevice.precision(), path);
        int[] ids = new Random(2).ints(30, 0, config.vocabulary()).toArray();
        double[] expected = TinyModels.reference(config, SEED, ids);
        try (var decoder = open()) {
            decoder.prefill(0, 0, ids, 0, 16);
            try (var kept = decoder.capture(0, 16)) {
                assertThat(kept.bytes()).isEqualTo(decoder.snapshotBytes(16));
                decoder.prefill(1, 0, ids, 5, 20);
                decoder.restore(kept, 1);
            }
            assertClose(decoder.prefill(1, 16, ids, 16, 30).values(), expected);
            decoder.copy(1, 2, 29);
            var step = decoder.decode(2, 1, new int[] {ids[29]}, new int[] {29});
            assertClose(step.logits(0).values(), expected);
        }
    }

    @Test
    void aDeviceWithoutTheMemoryRefusesInWords() {
        TinyModels.write(TinyModels.config(4, 2, 8), SEED, TestDevice.precision(), path);
        var folder = ModelFolder.read(path);
        var limits = new Limits(1 << 20, 8_192, 16, folder.vocabulary());
        assertThatThrownBy(() -> open(folder, limits).close())
                .isInstanceOf(DecoderException.class)
                .hasMessageContaining("alloc");
    }

    @Test
    @DisabledIfSystemProperty(named = TestDevice.PROPERTY, matches = "cuda")
    void withoutCudaAModelIsRefusedUnlessTheProcessorMayTakeOver() {
        TinyModels.write(TinyModels.config(4, 2, 8), SEED, Precision.F16, path);
        var folder = ModelFolder.read(path);
        assertThatThrownBy(() -> OrtModel.start(folder, options(false)).close())
                .isInstanceOf(DecoderException.class)
                .hasMessageContaining("CUDA cannot be used");
        try (var engine = OrtModel.start(folder, options(true))) {
            assertThat(engine).isNotNull();
        }
    }

    private static OrtModel.Options options(boolean orCpu) {
        var cuda = new Device.Cuda(0, 1L << 30, orCpu);
        return new OrtModel.Options(1, 2, 128, 32, 1L << 30, 1 << 20, cuda);
    }

    private OrtDecoder open() {
        var folder = ModelFolder.read(path);
        return open(folder, new Limits(3, 64, 16, folder.vocabulary()));
    }

    private static OrtDecoder open(ModelFolder folder, Limits limits) {
        return new OrtDecoder(
                folder,
                limits,
                TestDevice.sessions(),
                (environment, session, how) ->
                        new DeviceRows(environment, session, how, TestDevice.memory()));
    }

    private static void assertClose(java.lang.foreign.MemorySegment actual, double[] expected) {
        for (int id = 0; id < expected.length; id++) {
            assertThat((double) actual.get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4L * id))
                    .isCloseTo(
                            expected[id],
                            org.assertj.core.api.Assertions.within(TestDevice.tolerance()));
        }
    }
}
