package dev.precept.registry.policy.document;

import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The text of Markdown nodes without their marks. Walks without recursion, so that no nesting
/// overflows the stack.
final class PlainText {

    private PlainText() {}

    /// A node's whole text, with single spaces.
    static String of(Node node) {
        var text = new StringBuilder();
        append(node, text);
        return tidy(text);
    }

    /// The text of the siblings that follow a node.
    static String after(Node node) {
        var text = new StringBuilder();
        for (var next = node.getNext(); next != null; next = next.getNext()) {
            append(next, text);
        }
        return tidy(text);
    }

    private static void append(Node root, StringBuilder text) {
        Node node = root;
        while (node != null) {
            text.append(literal(node));
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
            } else {
                node = next(node, root, text);
            }
        }
    }

    private static @Nullable Node next(Node from, Node root, StringBuilder text) {
        var node = from;
        while (node != root) {
            if (node.getNext() != null) {
                return node.getNext();
            }
            node = node.getParent();
            if (node instanceof Block) {
                text.append(' ');
            }
        }
        return null;
    }

    private static String literal(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case HtmlInline html -> html.getLiteral();
            case HtmlBlock html -> html.getLiteral();
            case FencedCodeBlock code -> code.getLiteral();
            case IndentedCodeBlock code -> code.getLiteral();
            case SoftLineBreak line -> " ";
            case HardLineBreak line -> " ";
            default -> "";
        };
    }

    private static String tidy(StringBuilder text) {
        return text.toString().replaceAll("\\s+", " ").strip();
    }
}
