package dev.precept.console.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.streams.UploadEvent;
import dev.precept.console.golden.FileForwarder.Refused;
import dev.precept.console.testing.FakeGoldenUploadApi;
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

    @Test
    void emptyFileIsRefusedBeforeItIsSent() {
        var forwarder = new FileForwarder(new FakeGoldenUploadApi(), "spam");
        forwarder.handleUploadRequest(
                new UploadEvent(null, null, null, "cases.csv", 0, "text/csv", null, null));
        assertThat(forwarder.outcome())
                .isEqualTo(new Refused("The file is empty. Nothing was imported."));
    }
}
