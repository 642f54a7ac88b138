package dev.precept.console.shell;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.problem.PreceptException;
import java.io.Serializable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.ResourceAccessException;

/// Tells the ledger once a session that a person signed in. While the registry cannot be reached it
/// tries again with every page. It keeps nothing but whether it was told, so it survives with the
/// session wherever that is written to.
@SpringComponent
@VaadinSessionScope
class SignInRecord implements Serializable {

    private static final long serialVersionUID = 2L;
    private static final Logger LOG = LoggerFactory.getLogger(SignInRecord.class);

    private boolean recorded;

    void recordWith(MeApi me) {
        if (recorded) {
            return;
        }
        try {
            me.signedIn();
            recorded = true;
        } catch (PreceptException | ResourceAccessException | OAuth2AuthorizationException notNow) {
            LOG.warn("a sign-in is not in the ledger yet: {}", notNow.getMessage());
        }
    }
}
