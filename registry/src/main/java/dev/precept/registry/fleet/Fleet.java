package dev.precept.registry.fleet;

import dev.precept.contracts.fleet.WorkerId;
import java.util.Set;

/// The workers, for elsewhere in the registry.
public interface Fleet {

    /// Those that were heard of lately and have not said good-bye.
    Set<WorkerId> present();
}
