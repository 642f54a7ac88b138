package dev.precept.registry.policy.document;

import dev.precept.registry.policy.document.FrontMatter.Replaced;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/// Reads where rules of earlier versions went: `SP3: SP1`, or `SP4: none, because …`.
final class ReplacedReader {

    private static final Pattern NONE =
            Pattern.compile("none\\s*,\\s*because\\s+(\\S.*)", Pattern.CASE_INSENSITIVE);
    private static final int MAX_REASON = 500;
    private static final String SHAPE = "Write SP3: SP1, or SP3: none, because nobody used it.";

    private final Findings findings;

    ReplacedReader(Findings findings) {
        this.findings = findings;
    }

    List<Replaced> read(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            refuse(node, "replaced must name an old id and what stands for it now.");
            return List.of();
        }
        var replaced = new ArrayList<Replaced>();
        for (var entry : mapping.getValue()) {
            var read = read(entry);
            if (read != null) {
                replaced.add(read);
            }
        }
        return List.copyOf(replaced);
    }

    private @Nullable Replaced read(NodeTuple entry) {
        var id = FrontMatterReader.scalar(entry.getKeyNode());
        var value = FrontMatterReader.scalar(entry.getValueNode());
        int line = FrontMatterReader.line(entry.getKeyNode());
        if (id == null || !BodyReader.isRuleId(id)) {
            refuse(entry.getKeyNode(), "This is no rule id.");
            return null;
        }
        if (value != null && BodyReader.isRuleId(value)) {
            return new Replaced(id, value, "", line);
        }
        if (value != null && value.length() <= MAX_REASON) {
            var none = NONE.matcher(value);
            if (none.matches()) {
                return new Replaced(id, null, none.group(1).strip(), line);
            }
        }
        refuse(
                entry.getKeyNode(),
                "What stands for " + id + " now is neither a rule nor none with a reason.");
        return null;
    }

    private void refuse(Node at, String message) {
        findings.add(FrontMatterReader.line(at), LintCode.REPLACED_FORM, message, SHAPE);
    }
}
