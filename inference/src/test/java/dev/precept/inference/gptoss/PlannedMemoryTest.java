package dev.precept.inference.gptoss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.engine.MemoryPlan;
import dev.precept.inference.export.Precision;
import dev.precept.inference.export.TinyModels;
import dev.precept.inference.modelfolder.ModelFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedMemoryTest {

    @TempDir private Path folder;

    /// Two layers of two heads of 16 numbers, keys and values: 128 numbers.
    @Test
    void aPositionTakesWhatTheGraphsKeysAndValuesTake() {
        assertThat(plan(Precision.F32).model().position()).isEqualTo(128 * 4);
        assertThat(plan(Precision.F16).model().position()).isEqualTo(128 * 2);
    }

    @Test
    void aLayerWithAWindowTakesTheSameForRowsOfAnyLength() {
        var to = folder.resolve("windows");
        TinyModels.writeWithWindows(TinyModels.config(4, 2, 8), 1, Precision.F32, to);
        var model = OrtModel.plan(ModelFolder.read(to), OrtModel.Options.DEFAULT).model();
        assertThat(model.position()).isEqualTo(64 * 4);
        assertThat(model.row()).isEqualTo(8 * 64 * 4);
    }

    private MemoryPlan plan(Precision precision) {
        var to = folder.resolve(precision.name());
        TinyModels.write(TinyModels.config(4, 2, 8), 1, precision, to);
        return OrtModel.plan(ModelFolder.read(to), OrtModel.Options.DEFAULT);
    }
}
