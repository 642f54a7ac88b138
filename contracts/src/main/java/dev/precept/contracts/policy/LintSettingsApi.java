package dev.precept.contracts.policy;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/// How grave each kind of finding is.
@HttpExchange("/v1/lint-settings")
public interface LintSettingsApi {

    @GetExchange
    LintSettings get();

    /// Holds for every text that is looked over from now on; what was submitted stays submitted.
    ///
    /// @param revision that the change is based on
    @PutExchange
    LintSettings set(
            @RequestHeader("If-Match") String revision, @RequestBody LintSettingsEdit edit);
}
