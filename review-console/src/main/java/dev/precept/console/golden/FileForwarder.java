package dev.precept.console.golden;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUpload.Format;
import dev.precept.contracts.golden.GoldenUploadApi;
import dev.precept.contracts.problem.PreceptException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.io.InputStreamResource;
import org.springframework.web.client.ResourceAccessException;

/// Passes a file on to the registry while it arrives, so that it never lies in the console. It runs
/// in the request of the upload, without the page's lock; the page asks afterwards how it went.
final class FileForwarder implements UploadHandler {

    private static final long serialVersionUID = 1L;

    static final List<String> EXTENSIONS = List.of(".csv", ".jsonl", ".ndjson");

    private final transient GoldenUploadApi uploads;
    private final String slug;
    private final transient AtomicReference<String> source = new AtomicReference<>("");
    private final transient AtomicReference<Outcome> outcome = new AtomicReference<>(new Nothing());

    /// How an upload went.
    sealed interface Outcome {}

    /// No file came yet.
    record Nothing() implements Outcome {}

    /// The registry has it.
    record Taken(GoldenUpload upload) implements Outcome {}

    /// Nothing was kept.
    record Refused(String reason) implements Outcome {}

    FileForwarder(GoldenUploadApi uploads, String slug) {
        this.uploads = uploads;
        this.slug = slug;
    }

    void source(String name) {
        source.set(name.strip());
    }

    Outcome outcome() {
        return outcome.get();
    }

    @Override
    public void handleUploadRequest(UploadEvent event) {
        outcome.set(
                format(event.getFileName())
                        .map(format -> forward(event, format))
                        .orElseGet(() ->
                                new Refused(
                                        "The name of the file says not how it is written. End it with one of "
                                                + String.join(", ", EXTENSIONS)
                                                + ".")));
    }

    private Outcome forward(UploadEvent event, Format format) {
        if (event.getFileSize() == 0) {
            return new Refused("The file is empty. Nothing was imported.");
        }
        try (var content = event.getInputStream()) {
            return new Taken(
                    uploads.upload(slug, format, source.get(), new InputStreamResource(content)));
        } catch (PreceptException refused) {
            return new Refused(String.valueOf(refused.getMessage()));
        } catch (ResourceAccessException | java.io.IOException broken) {
            return new Refused("The registry is not reachable. Nothing was kept; try again.");
        }
    }

    static Optional<Format> format(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return Optional.of(Format.CSV);
        }
        return name.endsWith(".jsonl") || name.endsWith(".ndjson")
                ? Optional.of(Format.JSONL)
                : Optional.empty();
    }
}
