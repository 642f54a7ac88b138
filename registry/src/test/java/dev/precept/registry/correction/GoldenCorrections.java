package dev.precept.registry.correction;

import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.Rule;
import dev.precept.inference.ClassificationException;
import dev.precept.inference.Policy;
import dev.precept.inference.Wish;
import dev.precept.inference.embedding.TextEmbedder;
import dev.precept.inference.embedding.WholeText;
import dev.precept.inference.similarity.ClauseSimilarityClassifier;
import dev.precept.prompt.Passage;
import dev.precept.registry.policy.document.BundleSealer;
import dev.precept.registry.policy.document.PolicyParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// The golden set of a starter policy as if people had overturned every verdict on it: vectors and
/// cited rules are those that the similarity engine gives, and the expected rules are the truth.
///
/// @param cited by the engine, for each case
/// @param expected the rule of each case, empty where no rule touches it
record GoldenCorrections(List<float[]> vectors, List<List<String>> cited, List<String> expected) {

    private static final Path STARTERS = Path.of("../quickstart/src/main/resources/starter");

    static GoldenCorrections read(String slug, TextEmbedder embedder)
            throws IOException, ClassificationException, InterruptedException {
        var folder = STARTERS.resolve(slug);
        var document = PolicyParser.parse(Files.readString(folder.resolve("policy.md")));
        var policy = policy(new BundleSealer().seal(slug, 1, slug, document).bundle());
        var engine = new ClauseSimilarityClassifier(embedder, 1);
        var read = new GoldenCorrections(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var line : Files.readAllLines(folder.resolve("golden.jsonl"))) {
            var golden = JsonMapper.shared().readValue(line, NewGoldenCase.class);
            var text = golden.content().asText();
            var rule = golden.expected().ruleId();
            read.vectors.add(WholeText.embed(embedder, text));
            read.cited.add(
                    engine.classify(
                                    policy,
                                    new Passage(List.of(new Passage.Part("user", text))),
                                    Wish.NONE)
                            .ruleIds());
            read.expected.add(rule == null ? "" : rule);
        }
        return read;
    }

    private static Policy policy(PolicyBundle bundle) {
        return new Policy(
                bundle.sha256(),
                bundle.text(),
                bundle.rules().stream()
                        .map(rule -> new Policy.Clause(rule.id(), side(rule.side()), rule.text()))
                        .toList(),
                bundle.examples().stream()
                        .map(example ->
                                new Policy.Illustration(
                                        example.ruleId(), side(example.side()), example.text()))
                        .toList(),
                bundle.output().labels());
    }

    private static Policy.Side side(Rule.Side side) {
        return switch (side) {
            case VIOLATES -> Policy.Side.VIOLATES;
            case SAFE -> Policy.Side.SAFE;
        };
    }

    boolean cite(int one, int other) {
        return cited.get(one).stream().anyMatch(cited.get(other)::contains);
    }

    /// Groups by these thresholds, held against the expected rules.
    PairScore score(double alike, double alikeUnderOneRule) {
        return PairScore.of(
                Clustering.of(vectors, this::cite, alike, alikeUnderOneRule), this::belong);
    }

    /// Cases that no rule touches belong to no other.
    private boolean belong(int one, int other) {
        return !expected.get(one).isEmpty() && expected.get(one).equals(expected.get(other));
    }
}
