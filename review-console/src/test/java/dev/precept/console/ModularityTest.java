package dev.precept.console;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void featuresTouchEachOtherOnlyThroughTheirPublicTypes() {
        ApplicationModules.of(ConsoleApplication.class).verify();
    }
}
