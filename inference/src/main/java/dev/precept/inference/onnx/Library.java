package dev.precept.inference.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// Unpacks the native libraries of the jar on the class path, so that they lie beside each other.
final class Library {

    private static final String FOLDER = "/ai/onnxruntime/native/" + platform() + "/";

    private Library() {}

    /// Where the main library lies.
    ///
    /// The system property `precept.onnxruntime.library` names another one, for example a build for
    /// a newer CUDA.
    static Path locate() {
        String other = System.getProperty("precept.onnxruntime.library");
        if (other != null) {
            return Path.of(other);
        }
        try {
            Path folder = Files.createTempDirectory("precept-onnxruntime");
            folder.toFile().deleteOnExit();
            Path main = unpack(System.mapLibraryName("onnxruntime"), folder);
            if (main == null) {
                throw new IllegalStateException(
                        "the class path has no ONNX Runtime for "
                                + platform()
                                + "; add com.microsoft.onnxruntime:onnxruntime");
            }
            unpack(System.mapLibraryName("onnxruntime_providers_shared"), folder);
            unpack(System.mapLibraryName("onnxruntime_providers_cuda"), folder);
            return main;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @org.jspecify.annotations.Nullable Path unpack(String name, Path folder)
            throws IOException {
        try (var in = Library.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                return null;
            }
            Path file = folder.resolve(name);
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            file.toFile().deleteOnExit();
            return file;
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        String os = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        return os + "-" + (machine.equals("aarch64") ? "aarch64" : "x64");
    }
}
