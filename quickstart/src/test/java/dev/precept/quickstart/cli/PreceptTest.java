package dev.precept.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreceptTest {

    @TempDir Path folder;

    @Test
    void anUnknownOptionIsAUsageError() {
        assertThat(Precept.execute("up", "--colour", "blue")).isEqualTo(64);
    }

    @Test
    void aPortMustBeANumber() {
        assertThat(Precept.execute("up", "--console-port", "eighty")).isEqualTo(64);
    }

    @Test
    void seventeenWorkersAreTooMany() {
        assertThat(Precept.execute("up", "--workers", "17", "--data", folder.toString()))
                .isEqualTo(64);
    }

    @Test
    void everywhereIsNoAddressForABrowser() {
        assertThat(Precept.execute("up", "--host", "0.0.0.0", "--data", folder.toString()))
                .isEqualTo(64);
    }

    @Test
    void aTokenNeedsARunningQuickstart() {
        assertThat(Precept.execute("token", "reviewer", "--data", folder.toString())).isEqualTo(69);
    }

    @Test
    void aTokenNeedsARoleThatExists() {
        assertThat(Precept.execute("token", "emperor", "--data", folder.toString())).isEqualTo(64);
    }

    @Test
    void classifyNeedsOneText() {
        assertThat(Precept.execute("classify", "--data", folder.toString())).isEqualTo(64);
    }
}
