package dev.precept.infra.keycloak;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Signs in as the console does for a person, by an authorization code with a proof key, and as
/// services do, by their secret.
final class SignIn {

    private static final String CONSOLE = "precept-console";
    private static final String BACK = "http://localhost:8080/login/oauth2/code/precept";
    private static final String VERIFIER = "a-proof-key-of-this-test-that-is-long-enough-for-it";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI issuer;

    SignIn(URI issuer) {
        this.issuer = issuer;
    }

    /// An access token of a demo person.
    String person(String name) throws IOException, InterruptedException {
        var asked =
                Map.of(
                        "client_id",
                        CONSOLE,
                        "response_type",
                        "code",
                        "scope",
                        "openid",
                        "redirect_uri",
                        BACK,
                        "code_challenge_method",
                        "S256",
                        "code_challenge",
                        challenge());
        var page = send(HttpRequest.newBuilder(endpoint("auth?" + form(asked))));
        var action = found(FORM, page.body()).replace("&amp;", "&");
        var signedIn =
                send(
                        post(URI.create(action), Map.of("username", name, "password", "precept"))
                                .header("Cookie", cookies(page)));
        var code = found(CODE, signedIn.headers().firstValue("Location").orElse(""));
        return token(
                CONSOLE,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        URLDecoder.decode(code, UTF_8),
                        "redirect_uri",
                        BACK,
                        "code_verifier",
                        VERIFIER));
    }

    /// An access token of a service whose secret is its name, as in the demo realm.
    String service(String client) throws IOException, InterruptedException {
        return token(client, Map.of("grant_type", "client_credentials"));
    }

    private String token(String client, Map<String, String> grant)
            throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((client + ":" + client).getBytes(US_ASCII));
        var answer = send(post(endpoint("token"), grant).header("Authorization", "Basic " + basic));
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    }

    private URI endpoint(String name) {
        return URI.create(issuer + "/protocol/openid-connect/" + name);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new AssertionError("Keycloak answered " + answer.statusCode());
        }
        return answer;
    }

    private static HttpRequest.Builder post(URI address, Map<String, String> fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)));
    }

    /// Browsers send them to localhost although they are marked secure.
    private static String cookies(HttpResponse<String> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in Keycloak's answer");
        }
        return matcher.group(1);
    }

    private static String challenge() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
