package dev.precept.console.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/// Files that the registry writes, passed on while they arrive, so that none lies in the console.
@FunctionalInterface
public interface RegistryFiles {

    /// Nothing is written if the registry refuses.
    ///
    /// @param path a URI template, for example `/v1/policies/{slug}/golden-cases/export`
    /// @throws dev.precept.contracts.problem.PreceptException as the registry threw it
    void copy(String path, Map<String, ?> variables, OutputStream to) throws IOException;
}
