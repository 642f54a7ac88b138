package dev.precept.inference.gptoss;

import dev.precept.inference.onnx.SessionOptions;
import dev.precept.inference.onnx.SessionOptions.Provider;
import java.util.Map;

/// What computes.
public sealed interface Device {

    /// As it stands in verdicts.
    String described();

    SessionOptions sessions(int threads);

    /// The processor.
    ///
    /// @param dedicated whether nothing else runs on the machine: then threads wait busily for the
    ///   next operator, which is quicker there and ruinous where processors are shared
    record Cpu(boolean dedicated) implements Device {

        private static final String SPINNING = "session.intra_op.allow_spinning";

        /// Shared with others.
        public Cpu() {
            this(false);
        }

        @Override
        public String described() {
            return "cpu";
        }

        @Override
        public SessionOptions sessions(int threads) {
            var entries = Map.of(SPINNING, dedicated ? "1" : "0");
            return new SessionOptions(new Provider.Cpu(), threads, null, entries);
        }
    }

    /// A graphics processor of NVIDIA.
    ///
    /// @param number of the device, from 0
    /// @param memoryBytes that may be taken of its memory, weights included
    /// @param orCpu whether the processor computes where CUDA cannot be used
    record Cuda(int number, long memoryBytes, boolean orCpu) implements Device {

        public Cuda {
            if (number < 0 || memoryBytes < 1) {
                throw new IllegalArgumentException(
                        "a CUDA device needs a number from 0 and memory, not %d and %d bytes"
                                .formatted(number, memoryBytes));
            }
        }

        @Override
        public String described() {
            return "cuda:" + number;
        }

        @Override
        public SessionOptions sessions(int threads) {
            var options =
                    Map.of(
                            "gpu_mem_limit",
                            Long.toString(memoryBytes),
                            "arena_extend_strategy",
                            "kSameAsRequested");
            return new SessionOptions(new Provider.Cuda(number, options), threads, null, Map.of());
        }
    }
}
