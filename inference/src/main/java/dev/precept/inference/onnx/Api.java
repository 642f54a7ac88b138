package dev.precept.inference.onnx;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The table of functions behind `OrtGetApiBase`, loaded once and never unloaded.
///
/// `struct OrtApi` is append-only: the positions used here hold for every version that has them.
/// Taken is the version of the library, [#NEWEST] at most.
final class Api {

    private static final int NEWEST = 29;
    private static final int OLDEST = 18;
    private static final long FUNCTIONS = 425;

    static final Api INSTANCE = new Api();

    final String version;
    private final int level;
    private final Linker linker = Linker.nativeLinker();
    private final MemorySegment table;
    private final MethodHandle errorCode;
    private final MethodHandle errorMessage;
    private final MethodHandle releaseStatus;

    private Api() {
        var library = SymbolLookup.libraryLookup(Library.locate(), Arena.global());
        try {
            var getBase =
                    linker.downcallHandle(
                            library.findOrThrow("OrtGetApiBase"), FunctionDescriptor.of(ADDRESS));
            var base = ((MemorySegment) getBase.invokeExact()).reinterpret(2 * ADDRESS.byteSize());
            var getApi =
                    linker.downcallHandle(
                            base.getAtIndex(ADDRESS, 0), FunctionDescriptor.of(ADDRESS, JAVA_INT));
            var getVersion =
                    linker.downcallHandle(
                            base.getAtIndex(ADDRESS, 1), FunctionDescriptor.of(ADDRESS));
            version = string((MemorySegment) getVersion.invokeExact());
            level = Math.min(NEWEST, minor(version));
            if (level < OLDEST) {
                throw new IllegalStateException(
                        "ONNX Runtime " + version + " is too old: 1." + OLDEST + " is needed");
            }
            table =
                    ((MemorySegment) getApi.invokeExact(level))
                            .reinterpret(FUNCTIONS * ADDRESS.byteSize());
        } catch (Throwable e) {
            throw failure(e);
        }
        errorCode = function(1, JAVA_INT, ADDRESS);
        errorMessage = function(2, ADDRESS, ADDRESS);
        releaseStatus = procedure(93, ADDRESS);
    }

    /// The number of the API is the second part of the version: 1.29.0 has 29.
    private static int minor(String version) {
        return Integer.parseInt(version.split("\\.", 3)[1]);
    }

    /// Of the API that was taken; functions of later levels must not be called.
    int level() {
        return level;
    }

    /// A function that returns a status, at its position in the table.
    MethodHandle checked(int index, MemoryLayout... arguments) {
        return function(index, ADDRESS, arguments);
    }

    MethodHandle function(int index, MemoryLayout result, MemoryLayout... arguments) {
        return linker.downcallHandle(
                table.getAtIndex(ADDRESS, index), FunctionDescriptor.of(result, arguments));
    }

    MethodHandle procedure(int index, MemoryLayout... arguments) {
        return linker.downcallHandle(
                table.getAtIndex(ADDRESS, index), FunctionDescriptor.ofVoid(arguments));
    }

    /// Turns a status into an exception and frees it; null is success.
    void check(MemorySegment status) {
        if (status.address() == 0) {
            return;
        }
        try {
            int code = (int) errorCode.invokeExact(status);
            String message = string((MemorySegment) errorMessage.invokeExact(status));
            releaseStatus.invokeExact(status);
            throw new OrtException(code, message);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    static String string(MemorySegment chars) {
        return chars.reinterpret(Long.MAX_VALUE).getString(0);
    }

    /// What `invokeExact` can throw, as something that needs no declaration.
    static RuntimeException failure(Throwable e) {
        if (e instanceof RuntimeException known) {
            return known;
        }
        if (e instanceof Error grave) {
            throw grave;
        }
        return new IllegalStateException("a native call failed", e);
    }

    static final ValueLayout.OfLong SIZE = JAVA_LONG;
}
