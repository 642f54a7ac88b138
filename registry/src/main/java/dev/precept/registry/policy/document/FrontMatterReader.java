package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.Effort;
import dev.precept.contracts.policy.LintReport;
import dev.precept.contracts.policy.ReviewThresholds;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads the YAML front matter node by node, so that every finding has its line. It never builds
/// objects that the text names, and looks no deeper than the settings go.
final class FrontMatterReader {

    /// The first YAML line is the second of the document.
    private static final int FIRST_LINE = 2;

    private static final List<String> KNOWN =
            List.of("labels", "replaced", "output", "effort", "review");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MAX_LABEL = 63;

    private final Findings findings;
    private final Map<String, List<String>> labels = new LinkedHashMap<>();
    private final Map<String, Integer> labelLines = new LinkedHashMap<>();
    private List<FrontMatter.Replaced> replaced = List.of();
    private String format = FrontMatter.DEFAULT_FORMAT;
    private List<String> fields = FrontMatter.DEFAULT_FIELDS;
    private Effort effort = FrontMatter.DEFAULTS.effort();
    private double confidenceBelow = FrontMatter.DEFAULT_CONFIDENCE_BELOW;
    private double sampleRate = FrontMatter.DEFAULT_SAMPLE_RATE;

    FrontMatterReader(Findings findings) {
        this.findings = findings;
    }

    FrontMatter read(String yaml) {
        var root = compose(yaml);
        if (root == null) {
            return FrontMatter.DEFAULTS;
        }
        for (var entry : entries(root, "the front matter")) {
            var key = name(entry);
            switch (key) {
                case "labels" -> readLabels(entry.getValueNode());
                case "replaced" ->
                        replaced = new ReplacedReader(findings).read(entry.getValueNode());
                case "output" -> readOutput(entry.getValueNode());
                case "effort" -> readEffort(entry.getValueNode());
                case "review" -> readReview(entry.getValueNode());
                case null, default ->
                        findings.add(
                                line(entry.getKeyNode()),
                                LintCode.FRONT_MATTER_KEY,
                                "The front matter has no setting of this name.",
                                "Use one of " + String.join(", ", KNOWN) + ".");
            }
        }
        return new FrontMatter(
                labels,
                labelLines,
                replaced,
                format,
                fields,
                effort,
                new ReviewThresholds(confidenceBelow, sampleRate));
    }

    private @Nullable Node compose(String yaml) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(8);
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(options).compose(new StringReader(yaml));
        } catch (MarkedYAMLException broken) {
            var mark = Optional.ofNullable(broken.getProblemMark());
            findings.add(
                    mark.map(at -> at.getLine() + FIRST_LINE).orElse(FIRST_LINE),
                    LintCode.FRONT_MATTER_YAML,
                    "The front matter is not readable YAML: " + broken.getProblem() + ".",
                    "Mend this line; the document page shows the shape.");
            return null;
        } catch (YAMLException refused) {
            findings.add(
                    FIRST_LINE,
                    LintCode.FRONT_MATTER_YAML,
                    "The front matter is not readable YAML.",
                    "Use plain keys, lists and numbers; no aliases, no deep nesting.");
            return null;
        }
    }

    private void readLabels(Node node) {
        for (var entry : entries(node, "labels")) {
            var label = name(entry);
            if (label == null || label.length() > MAX_LABEL || !LABEL.matcher(label).matches()) {
                findings.add(
                        line(entry.getKeyNode()),
                        LintCode.LABEL_NAME,
                        "A label has 1 to 63 of a-z and 0-9, and single hyphens between them.",
                        "Rename it, for example personal-data.");
                continue;
            }
            labels.put(label, strings(entry.getValueNode(), "the rules of " + label));
            labelLines.put(label, line(entry.getKeyNode()));
        }
    }

    private void readOutput(Node node) {
        for (var entry : entries(node, "output")) {
            switch (name(entry)) {
                case "format" -> readFormat(entry.getValueNode());
                case "fields" -> fields = strings(entry.getValueNode(), "output.fields");
                case null, default ->
                        findings.add(
                                line(entry.getKeyNode()),
                                LintCode.FRONT_MATTER_KEY,
                                "The output has no setting of this name.",
                                "Use format and fields.");
            }
        }
    }

    private void readFormat(Node node) {
        if (!FrontMatter.DEFAULT_FORMAT.equals(scalar(node))) {
            findings.add(
                    place(node),
                    LintCode.OUTPUT_FORMAT,
                    "The only output format is json.",
                    "Write format: json, or leave it out.",
                    instead(node, "json"));
            return;
        }
        format = FrontMatter.DEFAULT_FORMAT;
    }

    private void readEffort(Node node) {
        try {
            effort = Effort.of(String.valueOf(scalar(node)));
        } catch (IllegalArgumentException unknown) {
            findings.add(
                    place(node),
                    LintCode.EFFORT,
                    "The effort is one of low, medium and high.",
                    "Write effort: medium, or leave it out.",
                    instead(node, "medium"));
        }
    }

    private void readReview(Node node) {
        for (var entry : entries(node, "review")) {
            switch (name(entry)) {
                case "confidence_below" ->
                        confidenceBelow = share(entry.getValueNode(), confidenceBelow);
                case "sample_rate" -> sampleRate = share(entry.getValueNode(), sampleRate);
                case null, default ->
                        findings.add(
                                line(entry.getKeyNode()),
                                LintCode.FRONT_MATTER_KEY,
                                "Review has no setting of this name.",
                                "Use confidence_below and sample_rate.");
            }
        }
    }

    private double share(Node node, double fallback) {
        try {
            var value = Double.parseDouble(String.valueOf(scalar(node)));
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            // reported below, as a number outside the range is
        }
        findings.add(
                line(node),
                LintCode.THRESHOLD,
                "This is not a number from 0 to 1.",
                "Write it as 0.6.");
        return fallback;
    }

    private List<NodeTuple> entries(Node node, String what) {
        if (node instanceof MappingNode mapping) {
            var seen = new HashSet<@Nullable String>();
            for (var entry : mapping.getValue()) {
                if (!seen.add(name(entry))) {
                    findings.add(
                            line(entry.getKeyNode()),
                            LintCode.FRONT_MATTER_TWICE,
                            "This name stands twice in " + what + ".",
                            "Keep one of the two, with the values of both.");
                }
            }
            return mapping.getValue();
        }
        findings.add(
                line(node),
                LintCode.FRONT_MATTER_SHAPE,
                what + " must be a map of settings.",
                "Write key: value.");
        return List.of();
    }

    private List<String> strings(Node node, String what) {
        var values = new ArrayList<String>();
        if (node instanceof SequenceNode sequence) {
            for (var element : sequence.getValue()) {
                var value = scalar(element);
                if (value == null) {
                    findings.add(
                            line(element),
                            LintCode.FRONT_MATTER_SHAPE,
                            what + " must be plain words.",
                            "Write [A1, A2].");
                } else {
                    values.add(value);
                }
            }
        } else {
            findings.add(
                    line(node),
                    LintCode.FRONT_MATTER_SHAPE,
                    what + " must be a list.",
                    "Write [A1, A2].");
        }
        return List.copyOf(values);
    }

    private static @Nullable String name(NodeTuple entry) {
        var name = scalar(entry.getKeyNode());
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    static @Nullable String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + FIRST_LINE;
    }

    private static Place place(Node node) {
        var start = node.getStartMark();
        var end = node.getEndMark();
        return node instanceof ScalarNode
                        && start.getLine() == end.getLine()
                        && start.getColumn() < end.getColumn()
                ? new Place(line(node), start.getColumn() + 1, end.getColumn() + 1)
                : Place.wholeLine(line(node));
    }

    private static LintReport.@Nullable Fix instead(Node node, String value) {
        var at = place(node);
        return at.column() == 0 ? null : Fixes.replace("Write " + value, at, value);
    }
}
