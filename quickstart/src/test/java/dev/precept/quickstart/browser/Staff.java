package dev.precept.quickstart.browser;

import dev.precept.quickstart.testing.RunningQuickstart;
import java.io.IOException;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// Who prepares at the API what is looked at in browsers.
///
/// @param ava clients of an author
/// @param ben clients of an approver who activates, too
record Staff(HttpServiceProxyFactory ava, HttpServiceProxyFactory ben) {

    static Staff of(RunningQuickstart quickstart) throws IOException, InterruptedException {
        return new Staff(
                quickstart.clients("policy-author"), quickstart.clients("policy-approver"));
    }
}
