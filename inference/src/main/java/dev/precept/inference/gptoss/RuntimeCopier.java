package dev.precept.inference.gptoss;

import dev.precept.inference.gptoss.RowMemory.Copy;
import dev.precept.inference.onnx.ElementType;
import dev.precept.inference.onnx.MemoryInfo;
import dev.precept.inference.onnx.OrtAllocator;
import dev.precept.inference.onnx.OrtEnvironment;
import dev.precept.inference.onnx.OrtException;
import dev.precept.inference.onnx.OrtTensor;
import dev.precept.inference.onnx.TensorCopies;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies by ONNX Runtime's own means, all in one call.
final class RuntimeCopier implements RowCopier {

    private static final Logger log = LoggerFactory.getLogger(RuntimeCopier.class);
    private static final long PROBE = 0x5072_6563_6570_7421L;

    private final OrtEnvironment environment;
    private final MemoryInfo where;

    private RuntimeCopier(OrtEnvironment environment, MemoryInfo where) {
        this.environment = environment;
        this.where = where;
    }

    /// Empty where the runtime does not copy for this device. Whether it does is found out by
    /// sending a number to the device, from there to its neighbour, and back.
    static Optional<RuntimeCopier> tried(
            OrtEnvironment environment, OrtAllocator allocator, MemoryInfo where) {
        if (!TensorCopies.areKnown()) {
            return Optional.empty();
        }
        try {
            TensorCopies.registerCuda(environment);
        } catch (OrtException e) {
            // An engine beside this one may have registered it; what counts is whether it copies.
            log.debug("the library of the CUDA provider was not registered: {}", e.getMessage());
        }
        try {
            var copier = new RuntimeCopier(environment, where);
            if (copier.returns(allocator)) {
                return Optional.of(copier);
            }
            log.warn("what ONNX Runtime copied on the device came back changed; not used");
        } catch (OrtException e) {
            log.debug("ONNX Runtime does not copy on this device: {}", e.getMessage());
        }
        return Optional.empty();
    }

    private boolean returns(OrtAllocator allocator) {
        var device = allocator.allocate(2 * Long.BYTES);
        try (var arena = Arena.ofConfined();
                var host = MemoryInfo.cpu()) {
            var sent = arena.allocateFrom(ValueLayout.JAVA_LONG, PROBE);
            var back = arena.allocate(ValueLayout.JAVA_LONG);
            var first = device.asSlice(0, Long.BYTES);
            var second = device.asSlice(Long.BYTES);
            copy(host, where, List.of(new Copy(sent, first)));
            copy(where, where, List.of(new Copy(first, second)));
            copy(where, host, List.of(new Copy(second, back)));
            return back.get(ValueLayout.JAVA_LONG, 0) == PROBE;
        } finally {
            allocator.free(device);
        }
    }

    @Override
    public void copy(List<Copy> copies) {
        copy(where, where, copies);
    }

    private void copy(MemoryInfo from, MemoryInfo to, List<Copy> copies) {
        var read = new ArrayList<OrtTensor>(copies.size());
        var written = new ArrayList<OrtTensor>(copies.size());
        try {
            for (var copy : copies) {
                read.add(bytes(from, copy.from()));
                written.add(bytes(to, copy.to()));
            }
            TensorCopies.copy(environment, read, written);
        } finally {
            read.forEach(OrtTensor::close);
            written.forEach(OrtTensor::close);
        }
    }

    private static OrtTensor bytes(MemoryInfo where, MemorySegment memory) {
        return OrtTensor.over(where, memory, ElementType.UINT8, memory.byteSize());
    }

    @Override
    public void close() {}
}
