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
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// A4 pages with a title, headings, tables whose header is on every page, and a footer with the
/// page number. The font is in the file, so that it looks the same everywhere; characters that it
/// has not are shown by their numbers.
final class PdfPages {

    private static final float MARGIN = 42;
    private static final float SPACE = 6;

    /// A heading has at least this much of what it heads on its page, in points.
    private static final float TOGETHER = 110;

    private static final Color LINE = new Color(0xC8, 0xCC, 0xD2);
    private static final Color SHADE = new Color(0xF1, 0xF3, 0xF6);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Document document =
            new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + PdfFooter.HEIGHT);
    private final PdfWriter writer = PdfWriter.getInstance(document, out);
    private final Font plain = font(Liberation.SANS, 9);
    private final Font bold = font(Liberation.SANS_BOLD, 9);

    PdfPages(String title, String footer) {
        writer.setPageEvent(new PdfFooter(footer, font(Liberation.SANS, 8)));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.addTitle(title);
        document.addCreator("Precept");
        document.setDocumentLanguage("en");
        document.open();
        document.add(new Paragraph(22, title, font(Liberation.SANS_BOLD, 17)));
    }

    /// Begins a page if what is headed would begin on the next.
    void heading(String text) {
        if (writer.getVerticalPosition(true) - document.bottom() < TOGETHER) {
            document.newPage();
        }
        var heading = new Paragraph(text, font(Liberation.SANS_BOLD, 12));
        heading.setSpacingBefore(12);
        document.add(heading);
    }

    void text(String text) {
        document.add(new Paragraph(text, plain));
    }

    /// Names and values in two columns.
    void facts(List<List<String>> facts) {
        var table = table(3, 7);
        for (var fact : facts) {
            table.addCell(cell(fact.getFirst(), bold, Element.ALIGN_LEFT));
            table.addCell(cell(fact.getLast(), plain, Element.ALIGN_LEFT));
        }
        document.add(table);
    }

    /// Names in the first column, numbers in the others.
    ///
    /// @param widths of the columns, relative to each other
    void table(float[] widths, List<String> header, List<List<String>> rows) {
        var table = table(widths);
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

    private static PdfPTable table(float... widths) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(SPACE);
        return table;
    }

    private static int alignment(int column) {
        return column == 0 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT;
    }

    private static PdfPCell cell(String text, Font font, int alignment) {
        var cell = new PdfPCell(new Phrase(shown(text, font), font));
        cell.setHorizontalAlignment(alignment);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(4);
        cell.setRunDirection(PdfWriter.RUN_DIRECTION_DEFAULT);
        return cell;
    }

    /// The text, with `[U+4E2D U+6587]` for characters that the font has not: a name must not
    /// vanish.
    private static String shown(String text, Font font) {
        var shown = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    if (Character.isWhitespace(point) || font.getBaseFont().charExists(point)) {
                        shown.appendCodePoint(point);
                    } else {
                        shown.append("[U+%04X]".formatted(point));
                    }
                });
        return shown.toString().replace("][U+", " U+");
    }

    private static Font font(Liberation face, float size) {
        try {
            return face.create((int) size);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
