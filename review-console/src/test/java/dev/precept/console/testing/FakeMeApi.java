package dev.precept.console.testing;

import dev.precept.contracts.access.Inbox;
import dev.precept.contracts.access.MeApi;
import dev.precept.contracts.review.CaseState;
import java.util.List;

/// The inbox that follows from the cases in memory.
public record FakeMeApi(FakeCaseApi cases) implements MeApi {

    @Override
    public Inbox inbox() {
        return new Inbox(
                cases.in(CaseState.OPEN),
                cases.in(CaseState.CLAIMED),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0);
    }

    @Override
    public void signedIn() {}
}
