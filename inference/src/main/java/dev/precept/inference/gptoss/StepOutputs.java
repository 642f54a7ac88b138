package dev.precept.inference.gptoss;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.precept.inference.engine.Decoder.Step;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.onnx.ElementType;
import dev.precept.inference.onnx.MemoryInfo;
import dev.precept.inference.onnx.OrtBinding;
import dev.precept.inference.onnx.OrtTensor;
import dev.precept.inference.onnx.Ports;
import dev.precept.inference.sampling.HostLogits;
import dev.precept.inference.sampling.Logits;
import dev.precept.inference.sampling.TokenSet;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Where a pass writes what it thinks of the next tokens, and how that is read.
final class StepOutputs implements Step, AutoCloseable {

    private final Arena arena = Arena.ofConfined();
    private final ElementType type;
    private final boolean lastPosition;
    private final boolean hasHead;
    private final boolean hasSum;
    private final int vocabulary;
    private final int top;
    private final MemorySegment logits;
    private final MemorySegment topIds;
    private final MemorySegment topLogits;
    private final MemorySegment logSumExp;
    private final MemorySegment converted;
    private final MemoryInfo memory = MemoryInfo.cpu();
    private final MemorySegment logitsName;
    private final PassTensors logitsTensors;
    private final List<Output> head = new ArrayList<>();
    private final HeadLogits[] read;
    private int tokens = 1;

    /// An output of the graph's head, one line for each row.
    private record Output(MemorySegment name, PassTensors tensors) {}

    /// @param rows of a pass at most
    /// @param chunk tokens of a prefill at most
    StepOutputs(ModelFolder folder, Ports ports, int rows, int chunk) {
        this.type = ports.output(folder.names().logits()).type();
        this.lastPosition = folder.lastPosition();
        this.vocabulary = folder.vocabulary();
        this.hasHead = ports.outputs().containsKey("top_ids");
        this.hasSum = ports.outputs().containsKey("log_sum_exp");
        this.top = hasHead ? Math.toIntExact(ports.output("top_ids").shape().get(1)) : 1;
        long positions = lastPosition ? rows : Math.max(rows, chunk);
        this.logits = arena.allocate(positions * vocabulary * type.bytes(), 64);
        this.topIds = arena.allocate(JAVA_LONG, (long) rows * top);
        this.topLogits = arena.allocate(JAVA_FLOAT, (long) rows * top);
        this.logSumExp = arena.allocate(JAVA_FLOAT, rows);
        this.converted = arena.allocate(JAVA_FLOAT, vocabulary);
        this.logitsName = arena.allocateFrom(folder.names().logits());
        this.logitsTensors =
                new PassTensors(
                        rows,
                        chunk,
                        (some, each) ->
                                lastPosition
                                        ? over(logits, type, some, vocabulary)
                                        : over(logits, type, some, each, vocabulary));
        if (hasHead) {
            head(rows, "top_logits", topLogits, ElementType.FLOAT, top);
            head(rows, "top_ids", topIds, ElementType.INT64, top);
        }
        if (hasSum) {
            head(rows, "log_sum_exp", logSumExp, ElementType.FLOAT);
        }
        this.read = new HeadLogits[rows];
        for (int row = 0; row < rows; row++) {
            read[row] = new HeadLogits(row, line(row));
        }
    }

    private void head(int rows, String name, MemorySegment data, ElementType kind, long... width) {
        var tensors =
                new PassTensors(
                        rows,
                        1,
                        (some, _) ->
                                over(
                                        data,
                                        kind,
                                        LongStream.concat(LongStream.of(some), LongStream.of(width))
                                                .toArray()));
        head.add(new Output(arena.allocateFrom(name), tensors));
    }

    private OrtTensor over(MemorySegment data, ElementType kind, long... shape) {
        return OrtTensor.over(memory, data, kind, shape);
    }

    /// Binds what is the same for every pass over so many rows.
    void attach(OrtBinding binding, int rows) {
        for (var output : head) {
            binding.output(output.name(), output.tensors().of(rows, 1));
        }
        if (lastPosition) {
            binding.output(logitsName, logitsTensors.of(rows, 1));
        }
    }

    /// Binds what a pass over so many tokens changes.
    void prepare(OrtBinding binding, int rows, int tokensEach) {
        if (!lastPosition) {
            tokens = tokensEach;
            binding.output(logitsName, logitsTensors.of(rows, tokensEach));
        }
    }

    /// Of the last position of a row of the pass.
    @Override
    public Logits logits(int index) {
        return hasHead ? read[index] : new HostLogits(floats(line(index * tokens + tokens - 1)));
    }

    private MemorySegment line(long position) {
        long bytes = (long) vocabulary * type.bytes();
        return logits.asSlice(position * bytes, bytes);
    }

    private MemorySegment floats(MemorySegment own) {
        if (type == ElementType.FLOAT) {
            return own;
        }
        for (long id = 0; id < vocabulary; id++) {
            converted.setAtIndex(
                    JAVA_FLOAT, id, Float.float16ToFloat(own.getAtIndex(JAVA_SHORT, id)));
        }
        return converted;
    }

    /// The bindings have to be closed before.
    @Override
    public void close() {
        logitsTensors.close();
        head.forEach(output -> output.tensors().close());
        memory.close();
        arena.close();
    }

    /// Logits whose largest and whose sum the graph has computed.
    private final class HeadLogits implements Logits {

        private final int index;
        private final MemorySegment own;

        HeadLogits(int index, MemorySegment own) {
            this.index = index;
            this.own = own;
        }

        @Override
        public int vocabulary() {
            return vocabulary;
        }

        @Override
        public int best() {
            return (int) topIds.getAtIndex(JAVA_LONG, (long) index * top);
        }

        /// The first of the largest that is allowed is the best of the allowed.
        @Override
        public int best(TokenSet allowed) {
            for (int i = 0; i < top; i++) {
                int id = (int) topIds.getAtIndex(JAVA_LONG, (long) index * top + i);
                if (allowed.contains(id)) {
                    return id;
                }
            }
            return Logits.super.best(allowed);
        }

        @Override
        public double logSumExp() {
            return hasSum
                    ? logSumExp.getAtIndex(JAVA_FLOAT, index)
                    : new HostLogits(values()).logSumExp();
        }

        @Override
        public MemorySegment values() {
            return floats(own);
        }
    }
}
