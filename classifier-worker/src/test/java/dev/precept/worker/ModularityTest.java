package dev.precept.worker;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void featuresTouchEachOtherOnlyThroughTheirPublicTypes() {
        ApplicationModules.of(WorkerApplication.class).verify();
    }
}
