package dev.precept.inference.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Unpacks the native libraries of the jar on the class path, so that they lie beside each other.
///
/// They are kept in the user's cache, in a folder named by their contents: the second start finds
/// them there. Where there is no such place they go to a temporary folder.
public final class Library {

    private static final String PROPERTY = "precept.onnxruntime.library";
    private static final String FOLDER = "/ai/onnxruntime/native/" + platform() + "/";
    private static final String MAIN = System.mapLibraryName("onnxruntime");
    private static final List<String> PROVIDERS =
            List.of(
                    System.mapLibraryName("onnxruntime_providers_shared"),
                    System.mapLibraryName("onnxruntime_providers_cuda"));

    private Library() {}

    /// Where the main library lies.
    ///
    /// The system property `precept.onnxruntime.library` names another one, for example a build for
    /// a newer CUDA.
    static Path locate() {
        String other = System.getProperty(PROPERTY);
        if (other != null) {
            return Path.of(other);
        }
        try {
            var resource = Library.class.getResource(FOLDER + MAIN);
            if (resource == null) {
                throw new IllegalStateException(
                        "the class path has no ONNX Runtime for "
                                + platform()
                                + "; add com.microsoft.onnxruntime:onnxruntime");
            }
            Path folder = folder(resource);
            for (String provider : PROVIDERS) {
                unpack(provider, folder);
            }
            return unpack(MAIN, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether another build than that of the class path is used. Two builds in one process do not
    /// get on: where this is so, nothing may load the one of the class path. Loads nothing itself.
    public static boolean isForeign() {
        return System.getProperty(PROPERTY) != null;
    }

    private static Path folder(URL resource) throws IOException {
        if (resource.openConnection() instanceof JarURLConnection jar) {
            var entry = jar.getJarEntry();
            String name = "onnxruntime-%08x-%d".formatted(entry.getCrc(), entry.getSize());
            Path folder = cache().resolve(name);
            try {
                return Files.createDirectories(folder);
            } catch (IOException e) {
                return temporary();
            }
        }
        return temporary();
    }

    private static Path cache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        return (cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache))
                .resolve("precept");
    }

    private static Path temporary() throws IOException {
        Path folder = Files.createTempDirectory("precept-onnxruntime");
        folder.toFile().deleteOnExit();
        for (String name : PROVIDERS) {
            folder.resolve(name).toFile().deleteOnExit();
        }
        folder.resolve(MAIN).toFile().deleteOnExit();
        return folder;
    }

    /// Moved into its place only when it is whole: another process may look for it.
    private static Path unpack(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        @Nullable URL resource = Library.class.getResource(FOLDER + name);
        if (resource == null) {
            return file;
        }
        var connection = resource.openConnection();
        if (Files.exists(file) && Files.size(file) == connection.getContentLengthLong()) {
            return file;
        }
        Path part = Files.createTempFile(folder, name, ".part");
        try (var in = connection.getInputStream()) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch");
        String os = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        return os + "-" + (machine.equals("aarch64") ? "aarch64" : "x64");
    }
}
