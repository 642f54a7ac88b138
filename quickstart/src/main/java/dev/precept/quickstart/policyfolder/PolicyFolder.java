package dev.precept.quickstart.policyfolder;

import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A policy as it lies in a folder: `policy.json`, `policy.md`, `golden.jsonl`, `gates.json`.
///
/// @param text Markdown with its front matter, lines ended by `\n`
/// @param gates null where the folder says nothing of them
public record PolicyFolder(
        NewPolicy policy, String text, List<NewGoldenCase> golden, @Nullable List<Gate> gates) {

    static final String HEAD = "policy.json";
    static final String TEXT = "policy.md";
    static final String GOLDEN = "golden.jsonl";
    static final String GATES = "gates.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public PolicyFolder {
        text = text.replace("\r\n", "\n");
        golden = GoldenLines.sorted(golden);
        gates = gates == null ? null : List.copyOf(gates);
    }

    /// @throws IOException if a file is missing or malformed; the message names it, and its line
    public static PolicyFolder read(Path folder) throws IOException {
        var golden = folder.resolve(GOLDEN);
        var gates = folder.resolve(GATES);
        return new PolicyFolder(
                json(folder.resolve(HEAD), NewPolicy.class),
                text(folder.resolve(TEXT)),
                Files.exists(golden) ? GoldenLines.read(golden, text(golden)) : List.of(),
                Files.exists(gates) ? json(gates, GateEdit.class).gates() : null);
    }

    /// Writes the four files; others in the folder are left alone.
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(HEAD), JSON.writeValueAsString(policy) + "\n");
        Files.writeString(folder.resolve(TEXT), text.endsWith("\n") ? text : text + "\n");
        Files.writeString(folder.resolve(GOLDEN), GoldenLines.written(golden));
        if (gates != null) {
            var edit = new GateEdit(gates);
            Files.writeString(folder.resolve(GATES), JSON.writeValueAsString(edit) + "\n");
        }
    }

    /// The text without what ends its last line, which files have and stored texts may lack.
    String comparableText() {
        return text.stripTrailing();
    }

    private static <T> T json(Path file, Class<T> type) throws IOException {
        try {
            return JSON.readValue(text(file), type);
        } catch (JacksonException malformed) {
            throw new IOException(
                    "%s:%d: %s"
                            .formatted(
                                    file,
                                    malformed.getLocation() == null
                                            ? 1
                                            : malformed.getLocation().getLineNr(),
                                    malformed.getOriginalMessage()),
                    malformed);
        }
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is missing; precept policy export writes one");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException other) {
            throw new IOException(file + " is not UTF-8; save it as UTF-8", other);
        }
    }
}
