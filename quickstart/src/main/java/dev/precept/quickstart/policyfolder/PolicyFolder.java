package dev.precept.quickstart.policyfolder;

import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.evaluation.GateEdit;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                Files.exists(gates) ? gates(gates) : null);
    }

    /// Writes the four files; others in the folder are left alone.
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(HEAD), FolderJson.FILES.writeValueAsString(policy) + "\n");
        Files.writeString(folder.resolve(TEXT), text.endsWith("\n") ? text : text + "\n");
        Files.writeString(folder.resolve(GOLDEN), GoldenLines.written(golden));
        if (gates != null) {
            var edit = new GateEdit(gates);
            Files.writeString(
                    folder.resolve(GATES), FolderJson.FILES.writeValueAsString(edit) + "\n");
        }
    }

    /// The text without what ends its last line, which files have and stored texts may lack.
    String comparableText() {
        return text.stripTrailing();
    }

    private static <T> T json(Path file, Class<T> type) throws IOException {
        return FolderJson.readFile(file, text(file), type);
    }

    private static List<Gate> gates(Path file) throws IOException {
        var gates = json(file, GateEdit.class).gates();
        var seen = EnumSet.noneOf(Gate.Kind.class);
        for (var gate : gates) {
            if (!seen.add(gate.kind())) {
                throw new IOException(file + " has " + gate.kind() + " twice; keep one");
            }
        }
        return gates;
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
