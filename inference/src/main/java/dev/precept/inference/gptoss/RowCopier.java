package dev.precept.inference.gptoss;

import dev.precept.inference.gptoss.RowMemory.Copy;
import java.util.List;

/// Copies slices of a device's memory. Used on the thread that owns the model.
sealed interface RowCopier extends AutoCloseable permits GraphCopier, RuntimeCopier {

    void copy(List<Copy> copies);

    @Override
    void close();
}
