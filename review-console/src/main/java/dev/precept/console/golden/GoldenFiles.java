package dev.precept.console.golden;

import dev.precept.console.registry.RegistryFiles;
import dev.precept.console.ui.FileLink;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Golden sets as files that can be imported again.
record GoldenFiles(RegistryFiles files, String slug) {

    private static final String PATH = "/v1/policies/{slug}/golden-cases/export?format={format}";

    /// @param set the number of a frozen set; null for the cases in use
    FileLink csv(@Nullable Integer set) {
        return link("CSV", "csv", set);
    }

    /// @param set the number of a frozen set; null for the cases in use
    FileLink lines(@Nullable Integer set) {
        return link("JSONL", "jsonl", set);
    }

    private FileLink link(String format, String end, @Nullable Integer set) {
        var name = "%s-golden%s.%s".formatted(slug, set == null ? "" : "-" + set, end);
        return set == null
                ? new FileLink(
                        files,
                        "Export as " + format,
                        name,
                        PATH,
                        Map.of("slug", slug, "format", format))
                : new FileLink(
                        files,
                        format,
                        name,
                        PATH + "&set={set}",
                        Map.of("slug", slug, "format", format, "set", set));
    }
}
