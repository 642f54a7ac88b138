package dev.precept.inference.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.precept.inference.export.Precision;
import dev.precept.inference.gptoss.Device;
import dev.precept.inference.onnx.ElementType;
import dev.precept.inference.onnx.MemoryInfo;
import dev.precept.inference.onnx.SessionOptions;
import java.util.Map;

/// What tests of the engine compute on: the processor or, with `-Dprecept.test.device=cuda`, the
/// first graphics processor.
public final class TestDevice {

    public static final String PROPERTY = "precept.test.device";

    private TestDevice() {}

    public static boolean isCuda() {
        return "cuda".equals(System.getProperty(PROPERTY));
    }

    public static SessionOptions sessions() {
        return isCuda()
                ? new SessionOptions(
                        new SessionOptions.Provider.Cuda(0, Map.of()), 1, null, Map.of())
                : SessionOptions.cpu(1);
    }

    public static Device device() {
        return isCuda() ? new Device.Cuda(0, 4L << 30, false) : new Device.Cpu();
    }

    /// Closed by whoever asks.
    public static MemoryInfo memory() {
        return isCuda() ? MemoryInfo.cuda(0) : MemoryInfo.cpu();
    }

    /// The one that rounds least of those that the device runs.
    public static Precision precision() {
        return isCuda() ? Precision.F16 : Precision.F32;
    }

    /// How far logits of [#precision] may be from the reference.
    public static double tolerance() {
        return isCuda() ? 0.05 : 1e-4;
    }

    /// Skips a case in 32-bit floats on a graphics processor, which has no kernels for them.
    public static void assumeRuns(Precision precision) {
        assumeThat(isCuda() && precision.real() == ElementType.FLOAT)
                .as("%s on a graphics processor", precision)
                .isFalse();
    }
}
