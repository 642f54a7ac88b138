package dev.precept.console.content;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/// A policy document, rendered; cited rules are marked, and the first of them is scrolled to.
public final class PolicyText extends Div {

    private static final Parser PARSER = Parser.builder().build();

    public PolicyText(String document, List<String> citedRules) {
        addClassName("policy-text");
        add(new Html("<div>" + html(document, Set.copyOf(citedRules)) + "</div>"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement()
                .executeJs(
                        """
                        const cited = this.querySelector('.cited');
                        if (cited) this.scrollTop = cited.offsetTop - this.offsetTop - 48;
                        """);
    }

    static String html(String document, Set<String> citedRules) {
        var renderer =
                HtmlRenderer.builder()
                        .escapeHtml(true)
                        .sanitizeUrls(true)
                        .attributeProviderFactory(
                                _ -> (node, _, attributes) -> mark(node, citedRules, attributes))
                        .build();
        var parsed = PARSER.parse(withoutFrontMatter(document));
        parsed.accept(new DeeperHeadings());
        return renderer.render(parsed);
    }

    /// A policy stands inside a page that has its own headings.
    private static final class DeeperHeadings extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() + 2));
        }
    }

    private static void mark(Node node, Set<String> cited, Map<String, String> attributes) {
        if (node instanceof ListItem item) {
            var id = leadingStrong(item);
            if (id != null && cited.contains(id)) {
                attributes.put("class", "cited");
                attributes.put("aria-current", "true");
            }
        }
    }

    private static @Nullable String leadingStrong(ListItem item) {
        var paragraph = item.getFirstChild();
        var first = paragraph == null ? null : paragraph.getFirstChild();
        return first instanceof StrongEmphasis strong && strong.getFirstChild() instanceof Text text
                ? text.getLiteral()
                : null;
    }

    private static String withoutFrontMatter(String document) {
        if (!document.startsWith("---")) {
            return document;
        }
        var end = document.indexOf("\n---", 3);
        var line = end < 0 ? -1 : document.indexOf('\n', end + 1);
        return line < 0 ? document : document.substring(line + 1);
    }
}
