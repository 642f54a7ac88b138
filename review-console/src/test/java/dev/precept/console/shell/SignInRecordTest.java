package dev.precept.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.Inbox;
import dev.precept.contracts.access.MeApi;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;

@ViewPackages(classes = Samples.class)
class SignInRecordTest extends BrowserlessTest {

    private final CountingMe me = new CountingMe();

    @Test
    void aSignInIsToldOnce() {
        var record = new SignInRecord();
        record.recordWith(me);
        record.recordWith(me);
        assertThat(me.told).isEqualTo(1);
    }

    @Test
    void itIsToldAgainWhileTheRegistryIsAway() {
        var record = new SignInRecord();
        me.away = true;
        record.recordWith(me);
        me.away = false;
        record.recordWith(me);
        record.recordWith(me);
        assertThat(me.told).isEqualTo(2);
    }

    @Test
    void aSessionThatWasWrittenAndReadTellsNothingTwice() throws Exception {
        var record = new SignInRecord();
        record.recordWith(me);
        VaadinSession.getCurrent().setAttribute(SignInRecord.class, record);
        var session = copy(VaadinSession.getCurrent());
        session.refreshTransients(
                VaadinSession.getCurrent().getSession(), VaadinService.getCurrent());
        var read = session.getAttribute(SignInRecord.class);
        assertThat(read).isNotNull().isNotSameAs(record);
        read.recordWith(me);
        assertThat(me.told).isEqualTo(1);
    }

    @Test
    void aSessionThatWasWrittenBeforeTheRegistryAnsweredTellsItAfterwards() throws Exception {
        var record = new SignInRecord();
        me.away = true;
        record.recordWith(me);
        me.away = false;
        copy(record).recordWith(me);
        assertThat(me.told).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T original) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    private static final class CountingMe implements MeApi {

        private int told;
        private boolean away;

        @Override
        public Inbox inbox() {
            return new Inbox(0, 0, List.of(), List.of(), List.of(), List.of(), 0);
        }

        @Override
        public void signedIn() {
            told++;
            if (away) {
                throw new ResourceAccessException("away");
            }
        }
    }
}
