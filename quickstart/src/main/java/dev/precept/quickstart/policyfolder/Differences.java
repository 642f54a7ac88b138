package dev.precept.quickstart.policyfolder;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.policy.NewGoldenCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a folder differs from what the registry has.
///
/// @param heading name, description or team; they are set when a policy is made
/// @param text as a unified diff from the registry's to the folder's; empty if they are the same
/// @param added cases that only the folder has
/// @param changed cases that both have with another expectation, note or protection, as the folder
///   has them
/// @param elsewhere cases that only the registry has
/// @param gates of the folder, if they differ in more than their order; null if not
public record Differences(
        boolean heading,
        List<String> text,
        List<NewGoldenCase> added,
        List<NewGoldenCase> changed,
        List<NewGoldenCase> elsewhere,
        @Nullable List<Gate> gates) {

    private static final int CONTEXT = 3;

    public Differences {
        text = List.copyOf(text);
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        elsewhere = List.copyOf(elsewhere);
    }

    /// @param there null if the registry has no such policy
    public static Differences between(PolicyFolder here, @Nullable PolicyFolder there) {
        var stored = cases(there == null ? List.of() : there.golden());
        var added = new ArrayList<NewGoldenCase>();
        var changed = new ArrayList<NewGoldenCase>();
        var own = cases(here.golden());
        for (var entry : own.entrySet()) {
            var known = stored.get(entry.getKey());
            if (known == null) {
                added.add(entry.getValue());
            } else if (!sameSaying(known, entry.getValue())) {
                changed.add(entry.getValue());
            }
        }
        stored.keySet().removeAll(own.keySet());
        return new Differences(
                there != null && !there.policy().equals(here.policy()),
                there == null
                        ? here.text().lines().map(line -> "+" + line).toList()
                        : unified(there, here),
                added,
                changed,
                List.copyOf(stored.values()),
                gates(here, there));
    }

    public boolean none() {
        return !heading
                && text.isEmpty()
                && added.isEmpty()
                && changed.isEmpty()
                && elsewhere.isEmpty()
                && gates == null;
    }

    private static Map<String, NewGoldenCase> cases(List<NewGoldenCase> golden) {
        var cases = new LinkedHashMap<String, NewGoldenCase>();
        golden.forEach(one -> cases.putIfAbsent(GoldenLines.key(one.content()), one));
        return cases;
    }

    private static boolean sameSaying(NewGoldenCase one, NewGoldenCase other) {
        return one.expected().equals(other.expected())
                && Objects.equals(one.note(), other.note())
                && Boolean.TRUE.equals(one.guarded()) == Boolean.TRUE.equals(other.guarded());
    }

    /// Whether two lists ask for the same; their order says nothing.
    static boolean sameGates(List<Gate> one, List<Gate> other) {
        return Set.copyOf(one).equals(Set.copyOf(other));
    }

    private static @Nullable List<Gate> gates(PolicyFolder here, @Nullable PolicyFolder there) {
        var stored = there == null || there.gates() == null ? List.<Gate>of() : there.gates();
        return here.gates() == null || sameGates(here.gates(), stored) ? null : here.gates();
    }

    private static List<String> unified(PolicyFolder there, PolicyFolder here) {
        var before = there.comparableText().lines().toList();
        var after = here.comparableText().lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                "registry/" + PolicyFolder.TEXT,
                "folder/" + PolicyFolder.TEXT,
                before,
                DiffUtils.diff(before, after),
                CONTEXT);
    }
}
