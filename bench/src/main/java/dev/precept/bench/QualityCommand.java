package dev.precept.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How often the running engine agrees with the golden sets, with 95 % intervals.
@Command(
        name = "quality",
        description = "Agreement with the golden sets of all live policies.",
        mixinStandardHelpOptions = true)
final class QualityCommand implements Callable<Integer> {

    private static final String ROW = "%-18s %5d  %s  %s  %s  %.2f  %3d  %s%n";

    @Mixin private final RegistryOptions registry = new RegistryOptions();

    @Option(
            names = "--reader-token",
            defaultValue = "${env:PRECEPT_READER_TOKEN}",
            required = true,
            description = "bearer token of a person who may read golden sets")
    private String readerToken = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        var submitter = registry.submitter();
        var reader = new RegistryClient(registry.registry, readerToken);
        System.out.println(
                "policy             cases  precision         recall            accuracy         "
                        + " F1    und  right rule");
        for (var slug : livePolicies(reader)) {
            var golden = GoldenCases.read(reader, slug);
            if (golden.size() == 0) {
                System.out.println(slug + " has no golden cases");
                continue;
            }
            var verdicts = golden.verdicts(submitter);
            var confusion = golden.confusion(verdicts);
            System.out.printf(
                    Locale.ROOT,
                    ROW,
                    slug,
                    golden.size(),
                    text(confusion.precision()),
                    text(confusion.recall()),
                    text(confusion.accuracy()),
                    confusion.f1(),
                    confusion.undetermined(),
                    text(golden.rightRule(verdicts)));
        }
        return 0;
    }

    private static List<String> livePolicies(RegistryClient reader)
            throws IOException, InterruptedException {
        return reader.all("/v1/policies").stream()
                .filter(policy -> policy.path("aliases").has("live"))
                .map(policy -> policy.path("slug").asString())
                .toList();
    }

    private static String text(Confusion.Share share) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f–%.2f)", share.value(), share.lower(), share.upper());
    }
}
