package dev.precept.quickstart.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The page where a demo person signs in; it lists them all and says that this is a demonstration.
@RestController
class SignInPage {

    static final String PATH = "/sign-in";

    private final String template;

    SignInPage() throws IOException {
        template =
                new ClassPathResource("identity/sign-in.html")
                        .getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, CsrfToken csrf) {
        return template.replace("{{csrf-name}}", csrf.getParameterName())
                .replace("{{csrf}}", csrf.getToken())
                .replace("{{people}}", people())
                .replace("{{message}}", message(request));
    }

    private static String message(HttpServletRequest request) {
        if (request.getParameter("error") != null) {
            return "<p role=\"alert\" class=\"problem\">That name and password do not belong together. "
                    + "Every demo person has the password <code>precept</code>.</p>";
        }
        return request.getParameter("logout") != null
                ? "<p role=\"status\" class=\"notice\">You are signed out.</p>"
                : "";
    }

    private static String people() {
        return DemoPeople.PEOPLE.stream()
                .map(person ->
                        "<li><button type=\"button\" data-name=\"%1$s\"><strong>%1$s</strong> <span>%2$s</span></button></li>"
                                .formatted(person.name(), Objects.requireNonNull(person.does())))
                .collect(Collectors.joining());
    }
}
