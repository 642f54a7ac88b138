package dev.precept.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The console is started with nothing at the identity provider's address.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(SignInIT.Sessions.class)
class SignInIT {

    private static final int PROVIDER_PORT = freePort();

    @LocalServerPort private int port;
    @Autowired private Sessions sessions;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("precept.sign-in.issuer", () -> "http://localhost:" + PROVIDER_PORT);
    }

    @Test
    void withoutTheIdentityProviderPeopleReadWhatToDoAndTheConsoleStaysUp() throws Exception {
        var visitor = visitor();
        var page = get(visitor, "/policies");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .contains("Nobody can sign in right now", "Try again")
                .contains("href=\"/oauth2/authorization/precept\"")
                .contains("http://localhost:" + PROVIDER_PORT)
                .doesNotContain("Exception", "Whitelabel");
        assertThat(get(visitor, "/precept/sign-in.css").statusCode()).isEqualTo(200);
        assertThat(get(visitor, "/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void onceTheIdentityProviderAnswersPeopleSignInWithoutARestart() throws Exception {
        var visitor = visitor();
        assertThat(get(visitor, "/policies").statusCode()).isEqualTo(503);
        try (var _ = new StubIdentityProvider(PROVIDER_PORT)) {
            var page = get(visitor, SignInGate.START);
            assertSignedIn(page);
            assertThat(page.uri().getPath()).isEqualTo("/policies");
        }
        assertSignedIn(get(visitor, "/policies"));
        assertThat(get(visitor(), "/").statusCode()).isEqualTo(503);
    }

    @Test
    void anAnswerThatCannotBeUsedIsExplainedAndLeadsBack() throws Exception {
        try (var _ = new StubIdentityProvider(PROVIDER_PORT)) {
            var page = get(visitor(), "/login/oauth2/code/precept?code=old&state=%3Cold%3E");
            assertThat(page.statusCode()).isEqualTo(401);
            assertThat(page.body())
                    .contains("Signing in did not work", "authorization_request_not_found")
                    .contains("Try again")
                    .doesNotContain("<old>", "Exception");
        }
    }

    @Test
    void aSignedInSessionSurvivesBeingWrittenAndRead() throws Exception {
        try (var _ = new StubIdentityProvider(PROVIDER_PORT)) {
            assertSignedIn(get(visitor(), "/"));
        }
        var session = sessions.opened.getLast();
        var names = Collections.list(session.getAttributeNames());
        assertThat(names).contains("SPRING_SECURITY_CONTEXT");
        for (var name : names) {
            assertThat(copy(session.getAttribute(name))).as(name).isNotNull();
        }
        var context = (SecurityContext) copy(session.getAttribute("SPRING_SECURITY_CONTEXT"));
        assertThat(context.getAuthentication())
                .isNotNull()
                .satisfies(ava -> {
                    assertThat(ava.getName()).isEqualTo("ava");
                    assertThat(ava.getAuthorities())
                            .extracting(GrantedAuthority::getAuthority)
                            .contains("ROLE_policy-author");
                });
    }

    @Test
    void anAddressThatIsNoPageIsExplained() throws Exception {
        try (var _ = new StubIdentityProvider(PROVIDER_PORT)) {
            var visitor = visitor();
            assertSignedIn(get(visitor, "/"));
            var page = get(visitor, "/nowhere");
            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.body()).contains("Nothing is here for you", "Go to Home");
        }
    }

    @Test
    void metricsAreThereForWhoeverScrapes() throws Exception {
        var _ = get(visitor(), "/");
        var metrics = get(visitor(), "/actuator/prometheus");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("http_server_requests_seconds_count")
                .containsPattern("precept_console_sign_in_failures_total\\{reason=\"away\"} [1-9]");
    }

    private static void assertSignedIn(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPort()).isNotEqualTo(PROVIDER_PORT);
        assertThat(page.body()).doesNotContain("Nobody can sign in");
    }

    private HttpResponse<String> get(HttpClient visitor, String path)
            throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + port + path);
        var request = HttpRequest.newBuilder(address).header("Accept", "text/html,*/*").build();
        return visitor.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient visitor() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new CookieManager())
                .build();
    }

    private static Object copy(Object original) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    /// Below the ports that systems give to outgoing connections, so that it stays free until a
    /// test binds it.
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(20_000, 30_000)
                .filter(SignInIT::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /// Every session that was opened, oldest first.
    @TestConfiguration(proxyBeanMethods = false)
    static class Sessions {

        private final List<HttpSession> opened = new CopyOnWriteArrayList<>();

        @Bean
        HttpSessionListener remember() {
            return new HttpSessionListener() {
                @Override
                public void sessionCreated(HttpSessionEvent event) {
                    opened.add(event.getSession());
                }
            };
        }
    }
}
