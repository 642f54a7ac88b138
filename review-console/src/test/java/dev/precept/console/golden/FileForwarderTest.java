package dev.precept.console.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.contracts.golden.GoldenUpload.Format;
import org.junit.jupiter.api.Test;

class FileForwarderTest {

    @Test
    void theNameOfAFileSaysHowItIsWritten() {
        assertThat(FileForwarder.format("cases.CSV")).contains(Format.CSV);
        assertThat(FileForwarder.format("cases.jsonl")).contains(Format.JSONL);
        assertThat(FileForwarder.format("cases.ndjson")).contains(Format.JSONL);
        assertThat(FileForwarder.format("cases.xlsx")).isEmpty();
        assertThat(FileForwarder.format("csv")).isEmpty();
    }
}
