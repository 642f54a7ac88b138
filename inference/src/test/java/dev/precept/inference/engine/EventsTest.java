package dev.precept.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.inference.engine.Decoder.Limits;
import dev.precept.inference.engine.Request.Priority;
import dev.precept.inference.harmony.Prompt;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {

    @TempDir private Path folder;

    @Test
    void aRecordingTellsOfEveryCallAndGeneration() throws Exception {
        Path file = folder.resolve("engine.jfr");
        try (var recording = new Recording()) {
            recording.enable("dev.precept.Prefill").withoutThreshold();
            recording.enable("dev.precept.Decode").withoutThreshold();
            recording.enable("dev.precept.Generation").withoutThreshold();
            recording.start();
            generate();
            recording.stop();
            recording.dump(file);
        }
        var events = RecordingFile.readAllEvents(file);
        assertThat(events)
                .filteredOn(event -> is(event, "Prefill"))
                .extracting(event -> event.getInt("tokens"))
                .containsExactly(3, 2);
        assertThat(events).filteredOn(event -> is(event, "Decode")).hasSize(4);
        assertThat(events)
                .filteredOn(event -> is(event, "Generation"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getString("outcome")).isEqualTo("Finished");
                    assertThat(event.getInt("generated")).isEqualTo(4);
                });
    }

    private static boolean is(RecordedEvent event, String name) {
        return event.getEventType().getName().equals("dev.precept." + name);
    }

    private static void generate() throws Exception {
        try (var engine =
                SlotEngine.start(
                        () -> new FakeDecoder(new Limits(1, 50, 16, 101)),
                        new SlotEngine.Settings(100, Duration.ofSeconds(10)))) {
            var prompt = new Prompt(new int[] {20, 21, 22}, new int[] {30, 31});
            engine.submit(
                            new Request(
                                    prompt,
                                    new Writing(4),
                                    10,
                                    Priority.NORMAL,
                                    Duration.ofMinutes(1)))
                    .await();
        }
    }
}
