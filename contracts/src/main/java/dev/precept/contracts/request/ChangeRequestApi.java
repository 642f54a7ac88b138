package dev.precept.contracts.request;

import dev.precept.contracts.policy.PolicyVersion;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/// The rules of a policy, and a version on its way through them.
@HttpExchange("/v1/policies/{slug}")
public interface ChangeRequestApi {

    @GetExchange("/approval-rules")
    ApprovalRules rules(@PathVariable("slug") String slug);

    /// Refused to whoever wrote on a version that is not live yet.
    ///
    /// @param revision that the change is based on
    @PutExchange("/approval-rules")
    ApprovalRules setRules(
            @PathVariable("slug") String slug,
            @RequestHeader("If-Match") String revision,
            @RequestBody ApprovalRulesEdit edit);

    /// Who was asked, who agreed, and what is missing.
    @GetExchange("/versions/{number}/request")
    ChangeRequest request(@PathVariable("slug") String slug, @PathVariable("number") int number);

    /// Approves a version that has every approval, once whatever else was missing is there.
    @PostExchange("/versions/{number}/request/conclude")
    ChangeRequest conclude(@PathVariable("slug") String slug, @PathVariable("number") int number);

    /// Takes a version back from review; approvals given so far are void.
    @PostExchange("/versions/{number}/request/withdraw")
    ChangeRequest withdraw(@PathVariable("slug") String slug, @PathVariable("number") int number);

    /// Puts a draft away that goes nowhere. It stays private, and can be reopened.
    @PostExchange("/versions/{number}/request/close")
    ChangeRequest close(@PathVariable("slug") String slug, @PathVariable("number") int number);

    @PostExchange("/versions/{number}/request/reopen")
    ChangeRequest reopen(@PathVariable("slug") String slug, @PathVariable("number") int number);

    /// Lets somebody read and write a draft.
    @PostExchange("/versions/{number}/request/invitations")
    ChangeRequest invite(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @RequestBody Invitation invitation);

    /// Takes an invitation back; what was written meanwhile stays, and so does who wrote it.
    @DeleteExchange("/versions/{number}/request/invitations/{person}")
    ChangeRequest uninvite(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @PathVariable("person") String person);

    /// The draft merged with what was approved since, conflicts marked.
    @GetExchange("/versions/{number}/request/merge")
    Merge merge(@PathVariable("slug") String slug, @PathVariable("number") int number);

    @PutExchange("/versions/{number}/request/merge")
    PolicyVersion rebase(
            @PathVariable("slug") String slug,
            @PathVariable("number") int number,
            @RequestBody Rebase rebase);
}
