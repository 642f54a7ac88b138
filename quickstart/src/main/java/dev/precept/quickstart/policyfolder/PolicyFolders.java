package dev.precept.quickstart.policyfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The folders below one root that hold a policy; the root itself may be one.
public final class PolicyFolders {

    private PolicyFolders() {}

    /// @return in the order of their names
    /// @throws IOException if there is none
    public static List<Path> below(Path root) throws IOException {
        if (Files.exists(root.resolve(PolicyFolder.HEAD))) {
            return List.of(root);
        }
        if (!Files.isDirectory(root)) {
            throw new IOException(root + " is no folder; precept policy export makes one");
        }
        try (var children = Files.list(root)) {
            var found =
                    children.filter(child -> Files.exists(child.resolve(PolicyFolder.HEAD)))
                            .sorted()
                            .toList();
            if (found.isEmpty()) {
                throw new IOException(
                        "%s holds no policy: no %s in it or in a folder of it"
                                .formatted(root, PolicyFolder.HEAD));
            }
            return found;
        }
    }
}
