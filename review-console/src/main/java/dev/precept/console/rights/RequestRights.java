package dev.precept.console.rights;

import com.vaadin.flow.server.VaadinRequest;
import org.springframework.stereotype.Component;

/// Asks the request that is being handled.
@Component
class RequestRights implements Rights {

    @Override
    public boolean hold(String role) {
        var request = VaadinRequest.getCurrent();
        return request != null && request.isUserInRole(role);
    }
}
