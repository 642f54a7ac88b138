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
import org.jspecify.annotations.Nullable;

/// How a folder differs from what the registry has.
///
/// @param heading name, description or team; they are set when a policy is made
/// @param text as a unified diff from the registry's to the folder's; empty if they are the same
/// @param added cases that only the folder has
/// @param changed cases that both have with another expectation, note or protection
/// @param goldenElsewhere how many cases only the registry has
/// @param gates of the folder, if they differ; null if not
public record Differences(
        boolean heading,
        List<String> text,
        List<NewGoldenCase> added,
        int changed,
        int goldenElsewhere,
        @Nullable List<Gate> gates) {

    private static final int CONTEXT = 3;

    public Differences {
        text = List.copyOf(text);
        added = List.copyOf(added);
    }

    /// @param there null if the registry has no such policy
    public static Differences between(PolicyFolder here, @Nullable PolicyFolder there) {
        var stored = cases(there == null ? List.of() : there.golden());
        var added = new ArrayList<NewGoldenCase>();
        int changed = 0;
        var own = cases(here.golden());
        for (var entry : own.entrySet()) {
            var known = stored.get(entry.getKey());
            if (known == null) {
                added.add(entry.getValue());
            } else if (!sameSaying(known, entry.getValue())) {
                changed++;
            }
        }
        var elsewhere = stored.keySet().stream().filter(key -> !own.containsKey(key)).count();
        return new Differences(
                there != null && !there.policy().equals(here.policy()),
                there == null
                        ? here.text().lines().map(line -> "+" + line).toList()
                        : unified(there, here),
                added,
                changed,
                Math.toIntExact(elsewhere),
                sameGates(here, there) ? null : here.gates());
    }

    public boolean none() {
        return !heading
                && text.isEmpty()
                && added.isEmpty()
                && changed == 0
                && goldenElsewhere == 0
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

    private static boolean sameGates(PolicyFolder here, @Nullable PolicyFolder there) {
        if (here.gates() == null) {
            return true;
        }
        var stored = there == null || there.gates() == null ? List.<Gate>of() : there.gates();
        return here.gates().equals(stored);
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
