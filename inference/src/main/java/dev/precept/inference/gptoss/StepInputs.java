package dev.precept.inference.gptoss;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.precept.inference.engine.Decoder.Limits;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.onnx.ElementType;
import dev.precept.inference.onnx.MemoryInfo;
import dev.precept.inference.onnx.OrtBinding;
import dev.precept.inference.onnx.OrtTensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// What goes into a pass: the tokens, and a mask that says how long each row is.
///
/// The memory is of this process and is filled in place. Inputs are bound for every pass, because
/// on another device that is when they are copied to it. Handles of tokens are made once for each
/// shape; that of the mask, whose width grows with every step, anew.
final class StepInputs implements AutoCloseable {

    private final Arena arena = Arena.ofConfined();
    private final MemoryInfo memory = MemoryInfo.cpu();
    private final MemorySegment idsName;
    private final MemorySegment maskName;
    private final MemorySegment ids;
    private final MemorySegment mask;
    private final MemorySegment ones;
    private final PassTensors tokens;
    private @Nullable OrtTensor boundMask;

    StepInputs(ModelFolder.Names names, Limits limits) {
        idsName = arena.allocateFrom(names.inputIds());
        maskName = arena.allocateFrom(names.attentionMask());
        ids = arena.allocate(JAVA_LONG, Math.max(limits.rows(), limits.chunk()));
        mask = arena.allocate(JAVA_LONG, (long) limits.rows() * limits.context());
        ones = arena.allocate(JAVA_LONG, limits.context());
        for (int i = 0; i < limits.context(); i++) {
            ones.setAtIndex(JAVA_LONG, i, 1);
        }
        tokens =
                new PassTensors(
                        limits.rows(),
                        limits.chunk(),
                        (rows, each) -> OrtTensor.over(memory, ids, ElementType.INT64, rows, each));
    }

    void token(int index, int id) {
        ids.setAtIndex(JAVA_LONG, index, id);
    }

    /// One row of the mask: so many ones, then zeros up to the width of the longest.
    void length(int row, int length, int width) {
        long at = (long) row * width * Long.BYTES;
        long full = (long) length * Long.BYTES;
        MemorySegment.copy(ones, 0, mask, at, full);
        for (int i = length; i < width; i++) {
            mask.setAtIndex(JAVA_LONG, (long) row * width + i, 0);
        }
    }

    /// @param tokensEach 1, or of one row only
    void bind(OrtBinding binding, int rows, int tokensEach, int width) {
        binding.input(idsName, tokens.of(rows, tokensEach));
        var lengths = OrtTensor.over(memory, mask, ElementType.INT64, rows, width);
        binding.input(maskName, lengths);
        if (boundMask != null) {
            boundMask.close();
        }
        boundMask = lengths;
    }

    /// The bindings have to be closed before.
    @Override
    public void close() {
        if (boundMask != null) {
            boundMask.close();
        }
        tokens.close();
        memory.close();
        arena.close();
    }
}
