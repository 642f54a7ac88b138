package dev.precept.console.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteConfiguration;
import dev.precept.console.rights.Rights;
import dev.precept.console.testing.FakePolicyApi;
import dev.precept.console.testing.Samples;
import dev.precept.contracts.access.RoleName;
import dev.precept.contracts.policy.PolicyVersionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ViewPackages(classes = Samples.class)
class PolicyViewTest extends BrowserlessTest {

    private final FakePolicyApi policies = new FakePolicyApi();

    @Test
    void withoutATabTheLiveTextIsShownOrElseTheVersions() {
        policies.live();
        assertThat(textOf(open(null))).contains("SHA-256", "Approved by");
        assertThat(marked()).isEqualTo("policies/spam/text");
        policies.with(PolicyVersionStatus.DRAFT).notLive();
        assertThat(textOf(open(null))).contains("Version 1", "Draft");
        assertThat(marked()).isEqualTo("policies/spam/versions");
    }

    @Test
    void everyTabHasAnAddressOfItsOwnAndOnlyTheOneShownIsMade() {
        policies.live();
        assertThat(textOf(open("counting"))).contains("Made 1");
        assertThat(textOf(open("versions"))).doesNotContain("Made");
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("policies/spam/text", "policies/spam/versions", "policies/spam/counting");
    }

    @Test
    void theLinksStayInPlaceFromTabToTab() {
        policies.live();
        var view = open("versions");
        var link = $(Anchor.class).withText("Counting").single();
        view.show("spam", "counting", QueryParameters.empty());
        assertThat($(Anchor.class).withText("Counting").single()).isSameAs(link);
        assertThat(marked()).isEqualTo("policies/spam/counting");
        assertThat(view.getPageTitle()).isEqualTo("Spam and scams · Counting");
    }

    @Test
    void anUnknownTabIsNotFound() {
        policies.live();
        assertThatThrownBy(() -> open("nowhere")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void noticesStandAboveEveryPart() {
        policies.live();
        assertThat(textOf(open("counting"))).contains("A notice for spam");
        assertThat(textOf(open("versions"))).contains("A notice for spam");
    }

    @Test
    void tabsAndVersionsDoNotHideEachOther() {
        var routes = RouteConfiguration.forSessionScope();
        routes.setAnnotatedRoute(PolicyView.class);
        routes.setAnnotatedRoute(VersionView.class);
        assertThat(routes.getRoute("policies/spam")).contains(PolicyView.class);
        assertThat(routes.getRoute("policies/spam/versions")).contains(PolicyView.class);
        assertThat(routes.getRoute("policies/spam/golden-set")).contains(PolicyView.class);
        assertThat(routes.getRoute("policies/spam/versions/12")).contains(VersionView.class);
    }

    private PolicyView open(@Nullable String tab) {
        Rights rights = RoleName.POLICY_AUTHOR::equals;
        var view =
                new PolicyView(
                        policies,
                        rights,
                        List.of(
                                new TextTab(policies),
                                new VersionsTab(policies, rights),
                                new Counting()),
                        List.of(page -> new Span("A notice for " + page.slug())));
        UI.getCurrent().removeAll();
        UI.getCurrent().add(view);
        view.show("spam", tab, QueryParameters.empty());
        return view;
    }

    private String marked() {
        return $(Anchor.class).withAttribute("aria-current", "page").single().getHref();
    }

    private static String textOf(PolicyView view) {
        return view.getElement().getTextRecursively();
    }

    private static final class Counting implements PolicyTab {

        private int made;

        @Override
        public String path() {
            return "counting";
        }

        @Override
        public String title() {
            return "Counting";
        }

        @Override
        public com.vaadin.flow.component.Component open(PolicyPage page) {
            made++;
            return new Span("Made " + made);
        }
    }
}
