package dev.precept.console.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.content.Turn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SensitiveTextTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    @Test
    void markupInContentIsText() {
        for (var content : contents()) {
            var elements = all(new SensitiveText(content).getElement()).toList();
            assertThat(elements)
                    .filteredOn(Element::isTextNode)
                    .extracting(Element::getText)
                    .contains(MARKUP);
            assertThat(elements)
                    .filteredOn(element -> !element.isTextNode())
                    .allSatisfy(SensitiveTextTest::holdsNoMarkup);
        }
    }

    @Test
    void contentIsBlurredUntilThePersonAsks() {
        var text = new SensitiveText(new Message("Mild words"));
        assertThat(text.revealed()).isFalse();
        text.toggle();
        assertThat(text.revealed()).isTrue();
    }

    private static void holdsNoMarkup(Element element) {
        assertThat(element.getTag()).isNotIn("img", "script");
        assertThat(element.getAttributeNames())
                .noneMatch(name -> element.getAttribute(name).contains("onerror"));
        assertThat(element.getPropertyNames())
                .noneMatch(name -> element.getProperty(name, "").contains("onerror"));
    }

    private static List<Content> contents() {
        return List.of(
                new Message(MARKUP), new Chat(List.of(new Turn(Turn.Role.USER, MARKUP)), null));
    }

    private static Stream<Element> all(Element element) {
        return Stream.concat(
                Stream.of(element), element.getChildren().flatMap(SensitiveTextTest::all));
    }
}
