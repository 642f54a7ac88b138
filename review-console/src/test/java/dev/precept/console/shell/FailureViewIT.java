package dev.precept.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import dev.precept.console.ConsoleApplication;
import dev.precept.console.testing.FakeCaseApi;
import dev.precept.console.testing.FakeMeApi;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.problem.ErrorCode;
import dev.precept.contracts.problem.PreceptException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.web.client.ResourceAccessException;

/// Navigates through the real application while the registry refuses or is away.
@SpringBootTest(classes = ConsoleApplication.class)
@Import(FailureViewIT.Registry.class)
class FailureViewIT extends SpringBrowserlessTest {

    @Autowired private FakePolicyApi policies;

    @BeforeEach
    void signIn() {
        var roles = List.of(new SimpleGrantedAuthority("ROLE_policy-author"));
        var token =
                new OidcIdToken(
                        "t1",
                        Instant.now(),
                        Instant.now().plusSeconds(300),
                        Map.of("sub", "1", "preferred_username", "ava"));
        var ava = new DefaultOidcUser(roles, token, "preferred_username");
        SecurityContextHolder.getContext()
                .setAuthentication(new OAuth2AuthenticationToken(ava, roles, "precept"));
    }

    @AfterEach
    void registryIsWellAgain() {
        policies.failWith(null);
        SecurityContextHolder.clearContext();
    }

    @Test
    void aRegistryThatIsAwayLeavesAPageThatSaysSoWithinTheFrame() {
        policies.failWith(new ResourceAccessException("connection refused"));
        assertThat(textAt("policies"))
                .contains("The registry is not reachable", "Nothing was changed", "Home")
                .doesNotContain("connection refused");
    }

    @ParameterizedTest
    @CsvSource({
        "FORBIDDEN, Your roles do not allow this",
        "NOT_FOUND, There is no such thing",
        "WRONG_STATE, The state does not allow this"
    })
    void aRefusalIsShownWithItsTitleAndItsReason(ErrorCode code, String title) {
        policies.failWith(new PreceptException(code, "Ask ben about it."));
        assertThat(textAt("policies/spam")).contains(title, "Ask ben about it.");
    }

    @Test
    void afterwardsThePageIsThereAgain() {
        policies.failWith(new ResourceAccessException("connection refused"));
        assertThat(textAt("policies")).contains("not reachable");
        policies.failWith(null);
        assertThat(textAt("policies")).contains("No policy yet");
    }

    private static String textAt(String address) {
        UI.getCurrent().navigate(address);
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .map(HasElement::getElement)
                .map(element -> element.getTextRecursively())
                .reduce("", String::concat);
    }

    /// Takes the place of the registry's clients.
    @TestConfiguration(proxyBeanMethods = false)
    static class Registry {

        @Bean
        @Primary
        FakePolicyApi fakePolicies() {
            return new FakePolicyApi();
        }

        @Bean
        @Primary
        MeApi fakeMe() {
            return new FakeMeApi(new FakeCaseApi(Clock.systemUTC()));
        }
    }
}
