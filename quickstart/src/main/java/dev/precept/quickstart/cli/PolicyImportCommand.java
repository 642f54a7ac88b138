package dev.precept.quickstart.cli;

import dev.precept.contracts.access.Role;
import dev.precept.quickstart.policyfolder.PolicyFolder;
import dev.precept.quickstart.policyfolder.PolicyFolders;
import dev.precept.quickstart.policyfolder.PolicyImport;
import dev.precept.quickstart.policyfolder.PolicyImport.Wishes;
import dev.precept.quickstart.policyfolder.RegistryRefusal;
import dev.precept.quickstart.supervisor.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings folders into the registry.
@Command(
        name = "import",
        description = {
            "Brings the policies in DIR into the registry: a text that differs becomes a draft, golden cases"
                    + " that are new are added, those of which DIR says something else are changed.",
            "Nothing is approved: that takes another person. A second import does nothing."
        },
        exitCodeOnInvalidInput = ExitCodes.USAGE,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the registry has what the folders say",
            "1:the linter finds errors; nothing was imported",
            "2:imported, but the registry still differs in what is named",
            "64:wrong options",
            "69:nothing answers, it refused, or a file is malformed"
        },
        mixinStandardHelpOptions = true)
final class PolicyImportCommand implements Callable<Integer> {

    private static final int DIFFERS = 2;

    @Mixin RegistryOption registry = new RegistryOption();

    @Option(names = "--submit", description = "ask for approval of the imported text")
    boolean submit;

    @Option(names = "--replace-draft", description = "write over a draft that has another text")
    boolean replaceDraft;

    @Option(
            names = "--retire",
            description = "take golden cases out of use that the registry has and DIR has not")
    boolean retire;

    @Option(
            names = "--gates",
            description = "set the gates too, which takes the role policy-approver as well")
    boolean gates;

    @Parameters(index = "0", paramLabel = "DIR", description = "a policy's folder, or one of them")
    Path folder = Path.of(".");

    private final Screen screen = new Screen(System.err, false);

    @Override
    public Integer call() throws Exception {
        var folders = read();
        var author = registry.as(Role.POLICY_AUTHOR);
        var imports = new PolicyImport(author, new Wishes(submit, replaceDraft, retire));
        if (!lint(imports, folders)) {
            return 1;
        }
        boolean differs = false;
        for (var one : folders.values()) {
            differs |= !bring(imports, one);
        }
        return differs ? DIFFERS : 0;
    }

    /// Whether the registry then has what the folder says, and nothing else.
    private boolean bring(PolicyImport imports, PolicyFolder one) throws Exception {
        var slug = one.policy().slug();
        var done = new ArrayList<String>();
        Consumer<String> told =
                line -> {
                    screen.done(slug + ": " + line);
                    done.add(line);
                };
        try {
            var left = imports.run(one, told);
            if (gates) {
                PolicyImport.setGates(one, registry.as(Role.POLICY_APPROVER)).ifPresent(told);
                left = left.withoutGates();
            }
            left.lines().forEach(line -> screen.warn(slug + ": " + line));
            if (done.isEmpty() && left.nothing()) {
                screen.line("  %s: everything is there already".formatted(slug));
            }
            return left.nothing();
        } catch (RegistryRefusal refused) {
            throw new IOException(slug + ": " + refused.getMessage(), refused);
        }
    }

    private Map<Path, PolicyFolder> read() throws IOException {
        var found = new LinkedHashMap<Path, PolicyFolder>();
        for (var path : PolicyFolders.below(folder)) {
            found.put(path, PolicyFolder.read(path));
        }
        return found;
    }

    /// Whether no text has an error, which would keep it from being submitted.
    private boolean lint(PolicyImport imports, Map<Path, PolicyFolder> folders) {
        boolean clean = true;
        for (var entry : folders.entrySet()) {
            var report = imports.lint(entry.getValue());
            for (var finding : report.findings()) {
                screen.line(
                        "%s:%d: %s: %s. %s [%s]"
                                .formatted(
                                        entry.getKey().resolve("policy.md"),
                                        finding.line(),
                                        finding.severity().name().toLowerCase(Locale.ROOT),
                                        withoutStop(finding.message()),
                                        finding.suggestion(),
                                        finding.code()));
            }
            clean &= report.submittable();
        }
        return clean;
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
