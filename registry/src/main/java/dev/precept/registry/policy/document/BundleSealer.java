package dev.precept.registry.policy.document;

import dev.precept.contracts.policy.OutputContract;
import dev.precept.contracts.policy.PolicyBundle;
import dev.precept.contracts.policy.Replacement;
import dev.precept.registry.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes bundles: a version's text and structure under the SHA-256 of its canonical JSON (RFC
/// 8785).
@Component
public class BundleSealer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A bundle and the very bytes that its hash was taken over.
    public record Sealed(PolicyBundle bundle, String canonical) {}

    public Sealed seal(String slug, int number, String name, PolicyDocument document) {
        var canonical = canonical(bundle(slug, number, "", name, document));
        var sha256 = Sha256.hex(canonical);
        return new Sealed(bundle(slug, number, sha256, name, document), canonical);
    }

    /// Reads a bundle back from what was kept.
    public PolicyBundle open(String sha256, String canonical) {
        var json = (ObjectNode) JSON.readTree(canonical);
        json.put("sha256", sha256);
        return JSON.treeToValue(json, PolicyBundle.class);
    }

    private static PolicyBundle bundle(
            String slug, int number, String sha256, String name, PolicyDocument document) {
        var front = document.frontMatter();
        return new PolicyBundle(
                slug,
                number,
                sha256,
                name,
                document.text(),
                new OutputContract(front.format(), front.fields(), front.labels()),
                front.effort(),
                front.review(),
                document.rules(),
                document.examples(),
                front.replaced().stream()
                        .map(each -> new Replacement(each.id(), each.by(), each.because()))
                        .toList());
    }

    private static String canonical(PolicyBundle bundle) {
        var json = (ObjectNode) JSON.valueToTree(bundle);
        json.remove("sha256");
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(json)).getEncodedString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
