package dev.precept.registry.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precept.contracts.fleet.WorkerId;
import dev.precept.contracts.proposal.WordingAnswer.Failed;
import dev.precept.contracts.proposal.WordingProposal;
import dev.precept.contracts.proposal.WordingProposal.State;
import dev.precept.contracts.proposal.WordingTaskApi;
import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.LivePolicies;
import dev.precept.registry.testing.Race;
import dev.precept.registry.testing.RegistryTest;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.HttpClientErrorException;

/// What workers that write and the registry say to each other.
@RegistryTest
class WordingTaskIT {

    @Autowired private ApiClients clients;
    @Autowired private LivePolicies policies;
    @Autowired private JdbcTemplate jdbc;

    private ProposalWorld world;

    @BeforeEach
    void begin() {
        world = new ProposalWorld(clients, policies, jdbc);
    }

    @AfterEach
    void leaveNothingBehind() {
        world.close();
    }

    @Test
    void aTaskOfALostWorkerGoesToAnotherAndTheLateAnswerIsRefused() {
        var wish = world.waiting("lost", "Gongs at two");
        assertThat(world.tasks().claim(new WordingTaskApi.Claim(new WorkerId(UUID.randomUUID()))))
                .as("a worker that nobody knows")
                .isEmpty();
        var late = world.claim();
        world.replaceWorker();
        var second = world.claim();
        assertThat(second.id()).isEqualTo(wish);
        assertThat(second.attempt()).isEqualTo(2);
        assertThatThrownBy(() ->
                        world.tasks().answer(late.id(), world.reworded(late, "NO1", "Late words.")))
                .isInstanceOf(HttpClientErrorException.Conflict.class);

        world.tasks()
                .answer(
                        second.id(),
                        new Failed(world.claimed(second), "too-slow", "no answer", true));
        assertThat(world.author().get("lost", wish).state()).isEqualTo(State.WAITING);
        assertThat(world.tasks().claim(new WordingTaskApi.Claim(world.worker())))
                .as("it pauses")
                .isEmpty();
        jdbc.update("update wording_proposal set not_before = now() where id = ?", wish.value());
        var third = world.claim();
        world.replaceWorker();
        assertThat(world.tasks().claim(new WordingTaskApi.Claim(world.worker()))).isEmpty();
        var failed = world.author().get("lost", wish);
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.failure())
                .extracting(WordingProposal.Failure::code)
                .isEqualTo("worker-lost");
        assertThatThrownBy(() ->
                        world.tasks()
                                .answer(third.id(), world.reworded(third, "NO1", "Late words.")))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
    }

    @Test
    void aWorkerThatAsksPastItsTaskHasLostItAndGetsItAgain() {
        var wish = world.waiting("again", "Gongs at eight");
        var first = world.claim();
        var second = world.claim();
        assertThat(second.id()).isEqualTo(wish);
        assertThat(second.attempt()).isEqualTo(2);
        assertThatThrownBy(() ->
                        world.tasks()
                                .answer(first.id(), world.reworded(first, "NO1", "Late words.")))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
        world.tasks().answer(second.id(), world.reworded(second, "NO1", "Plays gongs at night."));
        assertThat(world.author().get("again", wish).state()).isEqualTo(State.PROPOSED);
    }

    @Test
    void aWorkerThatStopsGetsNothingNewAndKeepsWhatItHas() {
        var wish = world.waiting("drained", "Gongs at nine");
        var task = world.claim();
        world.fleet().drain(world.worker());
        assertThat(world.tasks().claim(new WordingTaskApi.Claim(world.worker()))).isEmpty();
        assertThat(world.tasks().claim(new WordingTaskApi.Claim(world.joined()))).isEmpty();
        world.tasks().answer(task.id(), world.reworded(task, "NO1", "Plays gongs at night."));
        assertThat(world.author().get("drained", wish).state()).isEqualTo(State.PROPOSED);
    }

    @Test
    void aCancelledWordingIsNotTaken() {
        var wish = world.waiting("cancelled", "Gongs at three");
        var task = world.claim();
        assertThat(world.author().cancel("cancelled", wish).state()).isEqualTo(State.CANCELLED);
        assertThat(world.author().cancel("cancelled", wish).state()).isEqualTo(State.CANCELLED);
        assertThatThrownBy(() ->
                        world.tasks().answer(task.id(), world.reworded(task, "NO1", "Late words.")))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
        assertThat(world.author().get("cancelled", wish).change()).isNull();
        assertThatThrownBy(() -> world.author().draft("cancelled", wish))
                .isInstanceOf(HttpClientErrorException.Conflict.class);
    }

    @Test
    void twoWorkersNeverGetOneTask() throws Exception {
        world.waiting("raced", "Gongs at four");
        var got = new AtomicInteger();
        var claims =
                Stream.generate(world::joined)
                        .limit(4)
                        .map(each ->
                                (Callable<Integer>)
                                        () ->
                                                got.addAndGet(
                                                        world.tasks()
                                                                .claim(
                                                                        new WordingTaskApi.Claim(
                                                                                each))
                                                                .size()))
                        .toList();
        assertThat(Race.of(claims)).containsOnly(Race.DONE);
        assertThat(got).hasValue(1);
    }
}
