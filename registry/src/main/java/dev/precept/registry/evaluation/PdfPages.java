package dev.precept.registry.evaluation;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/// A4 pages with a title, headings, tables whose header is on every page, and a footer with the
/// page number. The font is in the file, so that it looks the same everywhere.
final class PdfPages {

    private static final float MARGIN = 50;
    private static final float FOOTER = 28;
    private static final Color LINE = new Color(0xC8, 0xCC, 0xD2);
    private static final Color SHADE = new Color(0xF1, 0xF3, 0xF6);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Document document =
            new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + FOOTER);
    private final Font plain = font(Liberation.SANS, 9);
    private final Font bold = font(Liberation.SANS_BOLD, 9);

    PdfPages(String title, String footer) {
        var writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new Footer(footer, font(Liberation.SANS, 8)));
        document.addTitle(title);
        document.addCreator("Precept");
        document.open();
        document.add(new Paragraph(title, font(Liberation.SANS_BOLD, 17)));
    }

    void heading(String text) {
        var heading = new Paragraph(text, font(Liberation.SANS_BOLD, 12));
        heading.setSpacingBefore(16);
        heading.setSpacingAfter(5);
        heading.setKeepTogether(true);
        document.add(heading);
    }

    void text(String text) {
        var paragraph = new Paragraph(text, plain);
        paragraph.setSpacingAfter(5);
        document.add(paragraph);
    }

    /// Names and values in two columns.
    void facts(List<List<String>> facts) {
        var table = new PdfPTable(new float[] {3, 7});
        table.setWidthPercentage(100);
        for (var fact : facts) {
            table.addCell(cell(fact.getFirst(), bold, Element.ALIGN_LEFT));
            table.addCell(cell(fact.getLast(), plain, Element.ALIGN_LEFT));
        }
        document.add(table);
    }

    /// Names in the first column, numbers in the others.
    void table(List<String> header, List<List<String>> rows) {
        var table = new PdfPTable(header.size());
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        for (int column = 0; column < header.size(); column++) {
            var cell = cell(header.get(column), bold, alignment(column));
            cell.setBackgroundColor(SHADE);
            table.addCell(cell);
        }
        for (var row : rows) {
            for (int column = 0; column < row.size(); column++) {
                table.addCell(cell(row.get(column), plain, alignment(column)));
            }
        }
        document.add(table);
    }

    byte[] close() {
        document.close();
        return out.toByteArray();
    }

    private static int alignment(int column) {
        return column == 0 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT;
    }

    private static PdfPCell cell(String text, Font font, int alignment) {
        var cell = new PdfPCell(new Phrase(text, font));
        cell.setHorizontalAlignment(alignment);
        cell.setBorderColor(LINE);
        cell.setPadding(4);
        return cell;
    }

    private static Font font(Liberation face, float size) {
        try {
            return face.create((int) size);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// What stands at the foot of every page.
    private static final class Footer extends PdfPageEventHelper {

        private final String text;
        private final Font font;

        Footer(String text, Font font) {
            this.text = text;
            this.font = font;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            var page = writer.getDirectContent();
            ColumnText.showTextAligned(
                    page, Element.ALIGN_LEFT, new Phrase(text, font), document.left(), FOOTER, 0);
            ColumnText.showTextAligned(
                    page,
                    Element.ALIGN_RIGHT,
                    new Phrase("Page " + writer.getPageNumber(), font),
                    document.right(),
                    FOOTER,
                    0);
        }
    }
}
