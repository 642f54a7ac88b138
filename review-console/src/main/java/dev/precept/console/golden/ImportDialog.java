package dev.precept.console.golden;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import dev.precept.console.measure.Share;
import dev.precept.contracts.golden.GoldenUpload;
import dev.precept.contracts.golden.GoldenUploadApi;

/// Takes a file of golden cases and leads to the page where its mapping is looked at. Nothing of it
/// is in the set before that.
final class ImportDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int MEGABYTE = 1024 * 1024;

    private final String slug;
    private final TextField source = new TextField("Where the cases come from");
    private final Paragraph failure = new Paragraph();
    private final Upload upload = new Upload();
    private final transient FileForwarder forwarder;

    ImportDialog(GoldenUploadApi uploads, String slug) {
        this.slug = slug;
        forwarder = new FileForwarder(uploads, slug);
        setHeaderTitle("Import golden cases");
        setWidth("38rem");
        source.setValue("import");
        source.setMaxLength(100);
        source.setHelperText("Kept with every case whose row does not say it");
        source.addValueChangeListener(change -> forwarder.source(change.getValue()));
        forwarder.source(source.getValue());
        upload.setUploadHandler(forwarder);
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(GoldenUpload.MAX_BYTES);
        upload.setAcceptedFileExtensions(FileForwarder.EXTENSIONS.toArray(String[]::new));
        upload.addFileRejectedListener(rejected -> fail(rejected.getErrorMessage()));
        upload.addFailedListener(_ -> fail("The file did not arrive. Try again."));
        upload.addAllFinishedListener(_ -> finished());
        failure.addClassName("verdict-warning");
        failure.getElement().setAttribute("role", "alert");
        failure.setVisible(false);
        var form = new Div(words(), source, upload, failure);
        form.addClassName("form");
        add(form);
        getFooter().add(new Button("Cancel", _ -> close()));
    }

    private static Paragraph words() {
        var words =
                new Paragraph(
                        "CSV with a header, or JSON lines, in UTF-8: up to %s rows and %d MB. You see first how its columns are read and what it would change."
                                .formatted(
                                        Share.count(GoldenUpload.MAX_ROWS),
                                        GoldenUpload.MAX_BYTES / MEGABYTE));
        words.addClassName("wrap");
        return words;
    }

    private void finished() {
        switch (forwarder.outcome()) {
            case FileForwarder.Taken taken -> {
                close();
                UI.getCurrent().navigate(ImportView.address(slug, taken.upload().id()));
            }
            case FileForwarder.Refused refused -> fail(refused.reason());
            case FileForwarder.Nothing _ -> {}
        }
    }

    private void fail(String reason) {
        failure.setText(reason);
        failure.setVisible(true);
        upload.clearFileList();
    }
}
