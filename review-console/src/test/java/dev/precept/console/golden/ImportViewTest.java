package dev.precept.console.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.precept.console.testing.FakeGoldenUploadApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.golden.GoldenConfirmation;
import dev.precept.contracts.golden.GoldenConfirmation.Changed;
import dev.precept.contracts.golden.GoldenUpload;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class ImportViewTest extends BrowserlessTest {

    private final FakeGoldenUploadApi uploads = new FakeGoldenUploadApi();

    @Test
    void whatIsWrongIsToldByLineAndKeepsEverythingOut() {
        var view = open(uploads.wrong());
        assertThat(textOf(view))
                .contains("Rows are wrong", "1 row is wrong, so nothing is imported")
                .contains("“nasty” is no outcome; map it.");
        assertThat($(Button.class).withText("Import 2 cases").single().isEnabled()).isFalse();
    }

    @Test
    void theSampleIsBlurredAlsoWhereARowCannotBeRead() {
        var view = open(uploads.wrong());
        assertThat(textOf(view)).contains("A prize.", "Cannot be read");
        assertThat(textOf(view)).doesNotContain("kettle").doesNotContain("spoon");
    }

    @Test
    void aWordOfTheFileIsMappedAndTheFileReadAgain() {
        var view = open(uploads.wrong());
        $(TextField.class)
                .withCaption("Another word for an outcome")
                .single()
                .setValue(FakeGoldenUploadApi.ODD_WORD);
        test($(Button.class).withText("Read it this way").single()).click();
        assertThat(textOf(view)).contains("Ready", "3 cases would be added.");
        test($(Button.class).withText("Import 3 cases").single()).click();
        assertThat(textOf(view)).contains("Imported", "3 cases added.", "To the golden set");
        assertThat(uploads.confirmation()).isEqualTo(new GoldenConfirmation(2, Changed.KEEP));
    }

    @Test
    @SuppressWarnings("unchecked")
    void casesThatTheFileContradictsAreReplacedOnlyIfAskedTo() {
        open(uploads.ready());
        assertThat($(Button.class).withText("Import 2 cases").all()).hasSize(1);
        $(RadioButtonGroup.class).single().setValue(Changed.REPLACE);
        test($(Button.class).withText("Import 3 cases").single()).click();
        assertThat(uploads.confirmation()).isEqualTo(new GoldenConfirmation(1, Changed.REPLACE));
    }

    @Test
    void whoIsSlowerSeesTheMappingAsItIsByNow() {
        var upload = uploads.wrong();
        open(upload);
        uploads.map(
                "spam",
                upload.id(),
                "1",
                new dev.precept.contracts.golden.GoldenMapping(Map.of(), null));
        test($(Button.class).withText("Read it this way").single()).click();
        assertThat($(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(uploads.get("spam", upload.id()).revision()).isEqualTo(2);
    }

    @Test
    void whileRowsAreReadThereIsNothingToConfirm() {
        assertThat(textOf(open(uploads.checking()))).contains("Being read", "1 of 3 rows read");
        assertThat($(Button.class).withText("Discard").all()).isEmpty();
    }

    private ImportView open(GoldenUpload upload) {
        var view = new ImportView(uploads);
        view.show(upload);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(view);
        return view;
    }

    private static String textOf(Component component) {
        return component.getElement().getTextRecursively();
    }
}
