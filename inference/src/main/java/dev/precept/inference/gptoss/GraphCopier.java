package dev.precept.inference.gptoss;

import dev.precept.inference.gptoss.RowMemory.Copy;
import dev.precept.inference.onnx.ElementType;
import dev.precept.inference.onnx.MemoryInfo;
import dev.precept.inference.onnx.OrtBinding;
import dev.precept.inference.onnx.OrtEnvironment;
import dev.precept.inference.onnx.OrtSession;
import dev.precept.inference.onnx.OrtTensor;
import dev.precept.inference.onnx.RunOptions;
import dev.precept.inference.onnx.SessionOptions;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Base64;
import java.util.List;

/// Copies by running a graph of one `Identity` node, which every device can; one run for each copy.
final class GraphCopier implements RowCopier {

    /// `to = from`, bytes of any number.
    static final byte[] IDENTITY =
            Base64.getDecoder()
                    .decode(
                            "CAoSB3ByZWNlcHQ6UwojCgRmcm9tEgJ0bxoLdG8vSWRlbnRpdHkiCElkZW50"
                                    + "aXR5OgASBGNvcHlaEwoEZnJvbRILCgkIAhIFCgMSAW5iEQoCdG8SCwoJCAIS"
                                    + "BQoDEgFuQgQKABAVQhEKDWNvbS5taWNyb3NvZnQQAQ==");

    private final MemoryInfo where;
    private final OrtSession session;
    private final OrtBinding binding;
    private final RunOptions options = RunOptions.create();
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment from = arena.allocateFrom("from");
    private final MemorySegment to = arena.allocateFrom("to");

    GraphCopier(OrtEnvironment environment, SessionOptions how, MemoryInfo where) {
        this.where = where;
        this.session = OrtSession.open(environment, IDENTITY, how);
        this.binding = OrtBinding.of(session);
    }

    @Override
    public void copy(List<Copy> copies) {
        for (var copy : copies) {
            long bytes = copy.from().byteSize();
            try (var read = OrtTensor.over(where, copy.from(), ElementType.UINT8, bytes);
                    var written = OrtTensor.over(where, copy.to(), ElementType.UINT8, bytes)) {
                binding.input(from, read);
                binding.output(to, written);
                binding.run(options);
            }
        }
    }

    @Override
    public void close() {
        binding.close();
        session.close();
        options.close();
        arena.close();
    }
}
