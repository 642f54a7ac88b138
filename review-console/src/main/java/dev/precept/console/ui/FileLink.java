package dev.precept.console.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.precept.console.registry.RegistryFiles;
import dev.precept.contracts.problem.PreceptException;
import java.io.IOException;
import java.util.Map;

/// A link to a file that the registry writes when somebody follows it.
public final class FileLink extends Anchor {

    private static final long serialVersionUID = 1L;

    /// @param name of the file on the person's disk; its end says how it is written
    /// @param path a URI template of the registry
    public FileLink(
            RegistryFiles files, String title, String name, String path, Map<String, ?> variables) {
        DownloadHandler write = event -> write(files, name, path, variables, event);
        setHref(write);
        setText(title);
        addClassName("file-link");
        getElement().setAttribute("download", name);
        setRouterIgnore(true);
    }

    private static void write(
            RegistryFiles files,
            String name,
            String path,
            Map<String, ?> variables,
            DownloadEvent event)
            throws IOException {
        event.setFileName(name);
        event.setContentType(type(name));
        try {
            files.copy(path, variables, event.getOutputStream());
        } catch (PreceptException refused) {
            event.getResponse().sendError(refused.code().status(), refused.code().title());
        }
    }

    static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> "text/csv;charset=UTF-8";
            case "json" -> "application/json";
            case "jsonl" -> "application/x-ndjson";
            case "pdf" -> "application/pdf";
            default -> "application/octet-stream";
        };
    }
}
