package dev.precept.registry.policy.document;

import dev.precept.contracts.request.Merge.Chunk;
import dev.precept.contracts.request.Merge.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;

/// Merges two texts that come from a third, line by line, as Git does.
public final class ThreeWayMerge {

    private static final int BASE = 0;
    private static final int MINE = 1;

    private ThreeWayMerge() {}

    /// @return the merged text in order; a conflict holds both sides
    public static List<Chunk> of(String base, String mine, String theirs) {
        MergeResult<RawText> merged =
                new MergeAlgorithm(new HistogramDiff())
                        .merge(RawTextComparator.DEFAULT, raw(base), raw(mine), raw(theirs));
        var texts = merged.getSequences();
        var chunks = new ArrayList<Chunk>();
        var conflict = new ArrayList<List<String>>();
        for (MergeChunk chunk : merged) {
            var lines = lines(texts.get(chunk.getSequenceIndex()), chunk);
            switch (chunk.getConflictState()) {
                case NO_CONFLICT -> add(chunks, chunk.getSequenceIndex(), lines);
                case FIRST_CONFLICTING_RANGE -> {
                    conflict.clear();
                    conflict.add(lines);
                }
                case BASE_CONFLICTING_RANGE -> conflict.add(lines);
                case NEXT_CONFLICTING_RANGE -> {
                    var before = conflict.size() > 1 ? conflict.get(1) : List.<String>of();
                    chunks.add(new Chunk(Kind.CONFLICT, before, conflict.getFirst(), lines));
                }
            }
        }
        return chunks;
    }

    private static void add(List<Chunk> chunks, int sequence, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        chunks.add(
                switch (sequence) {
                    case BASE -> new Chunk(Kind.SAME, lines, lines, lines);
                    case MINE -> new Chunk(Kind.MINE, List.of(), lines, List.of());
                    default -> new Chunk(Kind.THEIRS, List.of(), List.of(), lines);
                });
    }

    private static List<String> lines(RawText text, MergeChunk chunk) {
        var lines = new ArrayList<String>();
        for (int line = chunk.getBegin(); line < chunk.getEnd(); line++) {
            lines.add(text.getString(line));
        }
        return lines;
    }

    /// Lines of any ending compare as one.
    private static RawText raw(String text) {
        var ends = text.replace("\r\n", "\n").replace('\r', '\n');
        var ended = ends.isEmpty() || ends.endsWith("\n") ? ends : ends + "\n";
        return new RawText(ended.getBytes(StandardCharsets.UTF_8));
    }
}
