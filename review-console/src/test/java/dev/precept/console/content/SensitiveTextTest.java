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
            var revealed = new SensitiveText(content);
            revealed.toggle();
            var elements = all(revealed.getElement()).toList();
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
    void blurredContentIsNotOnThePageAtAll() {
        var text = new SensitiveText(new Message("Mild words, oddly sized"));
        assertThat(text.getElement().getTextRecursively()).doesNotContain("Mild", "oddly");
        text.toggle();
        assertThat(text.getElement().getTextRecursively()).contains("Mild words, oddly sized");
        text.toggle();
        assertThat(text.getElement().getTextRecursively()).doesNotContain("Mild", "oddly");
    }

    @Test
    void theMaskTellsNeitherWordsNorTheirLengths() {
        assertThat(Mask.of("a bc")).isEqualTo(Mask.of("some mild sentence of it"));
        assertThat(Mask.of("x".repeat(100_000)).length()).isLessThan(2_000);
    }

    @Test
    void aBlurredLineIsNotOnThePageUntilItIsPressed() {
        var line = new SensitiveLine(new Message("Mild words"));
        assertThat(line.getText()).doesNotContain("Mild");
        assertThat(line.getElement().getAttribute("aria-label"))
                .isEqualTo("Blurred content, reveal");
        line.click();
        assertThat(line.getText()).isEqualTo("Mild words");
        assertThat(line.getElement().hasAttribute("aria-label")).isFalse();
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
