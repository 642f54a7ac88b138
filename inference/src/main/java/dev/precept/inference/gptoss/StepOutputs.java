package dev.precept.inference.gptoss;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.precept.inference.engine.Decoder.Step;
import dev.precept.inference.modelfolder.ModelFolder;
import dev.precept.inference.onnx.ElementType;
import dev.precept.inference.onnx.Ports;
import dev.precept.inference.sampling.HostLogits;
import dev.precept.inference.sampling.Logits;
import dev.precept.inference.sampling.TokenSet;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

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
    private int tokens = 1;

    /// @param most of rows and of tokens of a prefill, whichever is larger where all positions have
    ///   logits
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
    }

    /// Hears of the tensors of a pass, which live until the pass is over.
    interface Target {

        void output(String name, MemorySegment memory, ElementType type, long... shape);
    }

    /// Names the outputs of a pass over so many rows and tokens.
    void bind(String logitsName, int rows, int tokensEach, Target target) {
        tokens = lastPosition ? 1 : tokensEach;
        if (lastPosition) {
            target.output(logitsName, logits, type, rows, vocabulary);
        } else {
            target.output(logitsName, logits, type, rows, tokensEach, vocabulary);
        }
        if (hasHead) {
            target.output("top_logits", topLogits, ElementType.FLOAT, rows, top);
            target.output("top_ids", topIds, ElementType.INT64, rows, top);
        }
        if (hasSum) {
            target.output("log_sum_exp", logSumExp, ElementType.FLOAT, rows);
        }
    }

    /// Of the last position of a row of the pass.
    @Override
    public Logits logits(int index) {
        long position = (long) index * tokens + tokens - 1;
        long bytes = (long) vocabulary * type.bytes();
        var own = logits.asSlice(position * bytes, bytes);
        if (!hasHead) {
            return new HostLogits(floats(own));
        }
        return new HeadLogits(index, own);
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

    @Override
    public void close() {
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
