package dev.precept.registry.evaluation;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// What stands at the foot of every page: a text, and the page with how many there are, so that a
/// lost one is missed.
final class PdfFooter extends PdfPageEventHelper {

    /// In points, above the edge of the page.
    static final float HEIGHT = 28;

    private static final float TOTAL_WIDTH = 14;

    private final String text;
    private final Font font;
    private @Nullable PdfTemplate total;

    PdfFooter(String text, Font font) {
        this.text = text;
        this.font = font;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var page = writer.getDirectContent();
        if (total == null) {
            total = page.createTemplate(TOTAL_WIDTH, font.getSize() * 2);
        }
        float end = document.right() - TOTAL_WIDTH;
        ColumnText.showTextAligned(
                page, Element.ALIGN_LEFT, new Phrase(text, font), document.left(), HEIGHT, 0);
        ColumnText.showTextAligned(
                page,
                Element.ALIGN_RIGHT,
                new Phrase("Page %d of ".formatted(writer.getPageNumber()), font),
                end,
                HEIGHT,
                0);
        page.addTemplate(total, end, HEIGHT);
    }

    /// The number of pages is known at the end only.
    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        if (total != null) {
            ColumnText.showTextAligned(
                    total,
                    Element.ALIGN_LEFT,
                    new Phrase(Integer.toString(writer.getPageNumber() - 1), font),
                    2,
                    0,
                    0);
        }
    }
}
