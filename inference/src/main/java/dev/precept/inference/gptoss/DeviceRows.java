package dev.precept.inference.gptoss;

import dev.precept.inference.onnx.MemoryInfo;
import dev.precept.inference.onnx.OrtAllocator;
import dev.precept.inference.onnx.OrtEnvironment;
import dev.precept.inference.onnx.OrtSession;
import dev.precept.inference.onnx.SessionOptions;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Keys and values on the device that computes.
///
/// Rows are copied by the runtime where it can ([RuntimeCopier]; cloning a policy of 20b is 384
/// copies, one call), and by a graph where it cannot ([GraphCopier]).
final class DeviceRows implements RowMemory {

    private final MemoryInfo where;
    private final OrtAllocator allocator;
    private final RowCopier copier;

    /// @param session whose memory the rows share
    /// @param where closed with this
    DeviceRows(
            OrtEnvironment environment, OrtSession session, SessionOptions how, MemoryInfo where) {
        this.where = where;
        this.allocator = OrtAllocator.of(session, where);
        this.copier =
                RuntimeCopier.tried(environment, allocator, where)
                        .<RowCopier>map(copier -> copier)
                        .orElseGet(() -> new GraphCopier(environment, how, where));
    }

    @Override
    public Block allocate(long bytes) {
        return new DeviceBlock(allocator, allocator.allocate(bytes));
    }

    @Override
    public void copy(List<Copy> copies) {
        copier.copy(copies);
    }

    @Override
    public MemoryInfo where() {
        return where;
    }

    @Override
    public void close() {
        copier.close();
        allocator.close();
        where.close();
    }

    private record DeviceBlock(OrtAllocator allocator, MemorySegment memory) implements Block {

        @Override
        public void close() {
            allocator.free(memory);
        }
    }
}
