package dev.precept.registry.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PdfPagesTest {

    private static final float[] WIDTHS = {1, 1};

    @ParameterizedTest
    @ValueSource(ints = {30, 34, 36, 37, 38, 39, 40, 41, 42, 43, 44, 46})
    void aHeadingIsOnThePageOfItsFirstRows(int before) throws IOException {
        var pages = new PdfPages("Title", "foot");
        pages.facts(Collections.nCopies(before, List.of("name", "value")));
        pages.heading("Headed");
        pages.table(
                WIDTHS,
                List.of("Column", "Other"),
                List.of(List.of("one", "1"), List.of("two", "2")));

        assertThat(texts(pages.close()))
                .filteredOn(text -> text.contains("Headed"))
                .singleElement()
                .asString()
                .contains("Column", "one", "two");
    }

    @Test
    void everyPageOfATableHasItsHeaderAndTellsHowManyThereAre() throws IOException {
        var pages = new PdfPages("Title", "foot");
        pages.table(
                WIDTHS,
                List.of("Column", "Other"),
                IntStream.range(0, 100).mapToObj(row -> List.of("row " + row, "1")).toList());

        assertThat(texts(pages.close()))
                .hasSize(3)
                .allSatisfy(text -> assertThat(text).contains("Column", "Page", "of", "3", "foot"));
    }

    @Test
    void whatTheFontHasNotIsShownByItsNumber() throws IOException {
        var pages = new PdfPages("Title", "foot");
        pages.facts(List.of(List.of("Started by", "Łukasz Дарья 李雷")));

        assertThat(texts(pages.close()).getFirst()).contains("Łukasz Дарья", "U+674E U+96F7");
    }

    private static List<String> texts(byte[] pdf) throws IOException {
        var reader = new PdfReader(pdf);
        var extractor = new PdfTextExtractor(reader);
        var texts = new ArrayList<String>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            texts.add(extractor.getTextFromPage(page));
        }
        return texts;
    }
}
