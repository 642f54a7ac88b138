package dev.precept.quickstart.policyfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.content.Message;
import dev.precept.contracts.evaluation.Gate;
import dev.precept.contracts.paging.Page;
import dev.precept.contracts.policy.GoldenCase;
import dev.precept.contracts.policy.GoldenCaseEdit;
import dev.precept.contracts.policy.GoldenCaseId;
import dev.precept.contracts.policy.GoldenExpectation;
import dev.precept.contracts.policy.GoldenImport;
import dev.precept.contracts.policy.GoldenSearch;
import dev.precept.contracts.policy.GoldenSetApi;
import dev.precept.contracts.policy.NewGoldenCase;
import dev.precept.contracts.policy.NewPolicy;
import dev.precept.contracts.verdict.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoldenImportStepsTest {

    private static final NewGoldenCase OPEN = golden("water boils", null);
    private static final NewGoldenCase HELD = golden("buy cheap tea", true);

    private final FakeGoldenSet registry = new FakeGoldenSet();
    private final List<String> told = new ArrayList<>();
    private final GoldenImportSteps steps = new GoldenImportSteps(registry, "tea", told::add);

    @Test
    void casesAreChangedAndTakenOutOfUseByTheirIds() {
        steps.change(List.of(OPEN), registry.stored());
        steps.retire(List.of(HELD), registry.stored());

        assertThat(registry.changed)
                .containsExactly(new GoldenCaseEdit(OPEN.expected(), OPEN.note(), false));
        assertThat(registry.retired).containsExactly(registry.held);
        assertThat(told)
                .containsExactly("changed 1 golden cases", "took out of use 1 golden cases");
    }

    @Test
    void whatWasDoneBeforeARefusalIsToldAndTheRefusalGoesOn() {
        registry.refused = registry.held;

        assertThatThrownBy(() -> steps.change(List.of(OPEN, HELD), registry.stored()))
                .isInstanceOf(RegistryRefusal.class)
                .hasMessage("Somebody without an open draft may.");
        assertThat(told).containsExactly("changed 1 of 2 golden cases");
    }

    @Test
    void casesThatSomebodyAddedMeanwhileAreNotCountedAsAdded() {
        registry.known = 1;

        assertThatThrownBy(() -> steps.add(List.of(OPEN, HELD)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("somebody added 1 of the golden cases meanwhile");
        assertThat(told).containsExactly("added 1 of 2 golden cases");
    }

    @Test
    void nothingToDoIsNotTold() {
        steps.add(List.of());

        assertThat(told).isEmpty();
    }

    private static NewGoldenCase golden(String text, @Nullable Boolean guarded) {
        return new NewGoldenCase(
                new Message(text),
                new GoldenExpectation(Outcome.SAFE, null, null),
                "seen again",
                guarded);
    }

    private static final class FakeGoldenSet implements GoldenSetApi {

        private final GoldenCaseId open = new GoldenCaseId(new UUID(0, 1));
        private final GoldenCaseId held = new GoldenCaseId(new UUID(0, 2));
        private final List<GoldenCaseEdit> changed = new ArrayList<>();
        private final List<GoldenCaseId> retired = new ArrayList<>();
        private @Nullable GoldenCaseId refused;
        private int known;

        private StoredPolicy stored() {
            return new StoredPolicy(
                    new PolicyFolder(
                            new NewPolicy("tea", "Tea", "Tea.", "Forum"),
                            "",
                            List.of(),
                            List.<Gate>of()),
                    Map.of(
                            GoldenLines.key(OPEN.content()), open,
                            GoldenLines.key(HELD.content()), held));
        }

        @Override
        public GoldenCase change(String slug, GoldenCaseId id, GoldenCaseEdit edit) {
            if (id.equals(refused)) {
                throw new RegistryRefusal(409, "Somebody without an open draft may.");
            }
            changed.add(edit);
            return new GoldenCase(
                    id,
                    slug,
                    OPEN.content(),
                    edit.expected(),
                    edit.note(),
                    "folder",
                    "ava",
                    Instant.EPOCH,
                    edit.guarded(),
                    null);
        }

        @Override
        public void retire(String slug, GoldenCaseId id) {
            retired.add(id);
        }

        @Override
        public GoldenImport.Result importCases(String slug, GoldenImport cases) {
            return new GoldenImport.Result(cases.cases().size() - known, known);
        }

        @Override
        public Page<GoldenCase> list(String slug, @Nullable String cursor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<GoldenCase> search(String slug, GoldenSearch search, @Nullable String cursor) {
            throw new UnsupportedOperationException();
        }
    }
}
