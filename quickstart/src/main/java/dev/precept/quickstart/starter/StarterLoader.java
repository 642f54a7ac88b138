package dev.precept.quickstart.starter;

import dev.precept.contracts.access.Role;
import dev.precept.contracts.policy.AliasTarget;
import dev.precept.contracts.policy.Approval;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewDraft;
import dev.precept.contracts.policy.Policy;
import dev.precept.contracts.policy.PolicyApi;
import dev.precept.contracts.policy.PolicyVersionStatus;
import dev.precept.contracts.policy.PolicyVersionSummary;
import dev.precept.quickstart.identity.DemoTokens;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/// Brings each starter policy from wherever it stands to live: created and submitted by ava,
/// approved and made live by ben, its golden set imported. A policy with a live version is left as
/// its people have made it.
public final class StarterLoader {

    private final URI registry;
    private final DemoTokens tokens;

    public StarterLoader(URI registry, DemoTokens tokens) {
        this.registry = registry;
        this.tokens = tokens;
    }

    /// Reports each policy that was loaded, and what stood in the way of one that was not.
    public void load(Consumer<String> done, Consumer<String> failed) throws InterruptedException {
        for (var slug : Starter.SLUGS) {
            try {
                if (load(Starter.read(slug))) {
                    done.accept("starter policy " + slug + " is live");
                }
            } catch (IOException | RestClientException problem) {
                failed.accept(
                        "starter policy %s is not loaded, the next start tries again: %s"
                                .formatted(slug, problem.getMessage()));
            }
        }
    }

    private boolean load(Starter starter) throws IOException, InterruptedException {
        var author = client(Role.POLICY_AUTHOR);
        var policies = author.createClient(PolicyApi.class);
        var slug = starter.policy().slug();
        var known = policies.list().stream().filter(it -> it.slug().equals(slug)).findFirst();
        if (known.isPresent() && known.get().aliases().containsKey(Policy.LIVE)) {
            return false;
        }
        var policy = known.orElseGet(() -> policies.create(starter.policy()));
        author.createClient(GoldenSetApi.class)
                .importCases(slug, new GoldenImport("starter", starter.golden()));
        var submitted = submitted(policies, policy, starter);
        approveAndActivate(client(Role.POLICY_APPROVER).createClient(PolicyApi.class), submitted);
        return true;
    }

    private static PolicyVersionSummary submitted(
            PolicyApi policies, Policy policy, Starter starter) {
        var latest =
                policy.latest() == null
                        ? policies.draft(policy.slug(), new NewDraft(starter.text())).summary()
                        : policy.latest();
        return latest.status() == PolicyVersionStatus.DRAFT
                ? policies.submit(policy.slug(), latest.number()).summary()
                : latest;
    }

    private static void approveAndActivate(PolicyApi policies, PolicyVersionSummary version) {
        if (version.status() == PolicyVersionStatus.IN_REVIEW) {
            policies.approve(
                    version.slug(),
                    version.number(),
                    new Approval(
                            Objects.requireNonNull(version.sha256()),
                            "Starter policy, read and approved"));
        }
        policies.pointAlias(version.slug(), Policy.LIVE, new AliasTarget(version.number()));
    }

    private HttpServiceProxyFactory client(Role role) throws IOException, InterruptedException {
        var client =
                RestClient.builder()
                        .baseUrl(registry)
                        .defaultHeader("Authorization", "Bearer " + tokens.of(role))
                        .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build();
    }
}
