package dev.precept.inference.gptoss;

import dev.precept.inference.onnx.ElementType;
import dev.precept.inference.onnx.MemoryInfo;
import dev.precept.inference.onnx.OrtAllocator;
import dev.precept.inference.onnx.OrtBinding;
import dev.precept.inference.onnx.OrtEnvironment;
import dev.precept.inference.onnx.OrtSession;
import dev.precept.inference.onnx.OrtTensor;
import dev.precept.inference.onnx.RunOptions;
import dev.precept.inference.onnx.SessionOptions;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Base64;

/// Keys and values on the device that computes.
///
/// ONNX Runtime's C API copies between tensors of one device only with extras that differ from
/// device to device, but every device can run a graph of one `Identity` node: that is how rows are
/// copied here.
final class DeviceRows implements RowMemory {

    /// `to = from`, bytes of any number.
    static final byte[] IDENTITY =
            Base64.getDecoder()
                    .decode(
                            "CAoSB3ByZWNlcHQ6UwojCgRmcm9tEgJ0bxoLdG8vSWRlbnRpdHkiCElkZW50"
                                    + "aXR5OgASBGNvcHlaEwoEZnJvbRILCgkIAhIFCgMSAW5iEQoCdG8SCwoJCAIS"
                                    + "BQoDEgFuQgQKABAVQhEKDWNvbS5taWNyb3NvZnQQAQ==");

    private final MemoryInfo where;
    private final OrtAllocator allocator;
    private final OrtSession copier;
    private final OrtBinding binding;
    private final RunOptions options = RunOptions.create();
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment from = arena.allocateFrom("from");
    private final MemorySegment to = arena.allocateFrom("to");

    /// @param session whose memory the rows share
    /// @param where closed with this
    DeviceRows(
            OrtEnvironment environment, OrtSession session, SessionOptions how, MemoryInfo where) {
        this.where = where;
        this.allocator = OrtAllocator.of(session, where);
        this.copier = OrtSession.open(environment, IDENTITY, how);
        this.binding = OrtBinding.of(copier);
    }

    @Override
    public Block allocate(long bytes) {
        return new DeviceBlock(allocator, allocator.allocate(bytes));
    }

    @Override
    public void copy(MemorySegment source, MemorySegment target) {
        long bytes = source.byteSize();
        try (var read = OrtTensor.over(where, source, ElementType.UINT8, bytes);
                var written = OrtTensor.over(where, target, ElementType.UINT8, bytes)) {
            binding.input(from, read);
            binding.output(to, written);
            binding.run(options);
        }
    }

    @Override
    public MemoryInfo where() {
        return where;
    }

    @Override
    public void close() {
        binding.close();
        copier.close();
        options.close();
        allocator.close();
        where.close();
        arena.close();
    }

    private record DeviceBlock(OrtAllocator allocator, MemorySegment memory) implements Block {

        @Override
        public void close() {
            allocator.free(memory);
        }
    }
}
