package dev.precept.inference.onnx;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a session computes.
///
/// @param threads of one operator; 0 leaves it to ONNX Runtime
/// @param profile prefix of the file that profiling writes; null does not profile
/// @param entries of ONNX Runtime's session configuration, for example
///   `session.intra_op.allow_spinning`
public record SessionOptions(
        Provider provider, int threads, @Nullable Path profile, Map<String, String> entries) {

    public SessionOptions {
        entries = Map.copyOf(entries);
    }

    public static SessionOptions cpu(int threads) {
        return new SessionOptions(new Provider.Cpu(), threads, null, Map.of());
    }

    /// What runs the operators.
    public sealed interface Provider {

        /// The processor.
        record Cpu() implements Provider {}

        /// A CUDA device; operators that it does not have are refused, not moved to the processor.
        ///
        /// @param options as ONNX Runtime names them, for example `gpu_mem_limit`
        record Cuda(int device, Map<String, String> options) implements Provider {

            public Cuda {
                options = Map.copyOf(options);
            }
        }
    }
}
