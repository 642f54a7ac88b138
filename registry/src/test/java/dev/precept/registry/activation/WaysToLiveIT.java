package dev.precept.registry.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precept.registry.testing.ApiClients;
import dev.precept.registry.testing.Clockwork;
import dev.precept.registry.testing.Owner;
import dev.precept.registry.testing.RegistryTest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException;

/// Whoever does what in whatever order, and whatever falls due meanwhile: what is live, and what
/// gets a share of it, is allowed by the gates and rules of that moment, or stands under broken
/// glass. The seed names a walk that fails.
@RegistryTest
class WaysToLiveIT {

    private static final int STEPS = 150;
    private static final int MOST_STEPS = 1_500;
    private static final long LAST_SEED = 5;
    private static final int LEAST_OF_EACH = 3;
    private static final List<String> NAMES = List.of("ava", "ben", "cleo", "dan", "eve");
    private static final Set<Integer> REFUSALS = Set.of(403, 409, 422);

    private static final Map<Way, Integer> DONE = new EnumMap<>(Way.class);

    @Autowired private ApiClients clients;
    @Autowired private Clockwork clockwork;
    @Autowired private JdbcClient jdbc;
    @Autowired private Owner owner;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsLiveIsAllowedByWhateverWayItCame(long seed) {
        var random = new Random(seed);
        var policy = new WayPolicy(clients, clockwork, "ways-" + seed, random, NAMES);
        var people = people(random);
        var walk = new WayWalk(clients, clockwork, jdbc, owner, random, policy);
        var check = new WayCheck(jdbc, policy.slug);
        for (int step = 0; step < STEPS || goesOn(seed, step); step++) {
            var way = way(random);
            var who = who(people, way, random);
            var before = walk.law();
            var said = "seed %d, step %d: %s %s".formatted(seed, step, who.name(), way);
            try {
                if (walk.go(way, who)) {
                    assertThat(who.may(way)).as(said).isTrue();
                    DONE.merge(way, 1, Integer::sum);
                }
            } catch (HttpClientErrorException refused) {
                assertThat(REFUSALS).as(said).contains(refused.getStatusCode().value());
            }
            check.look(said, List.of(before, walk.law()));
        }
    }

    /// What waits for a clock or for chance is done more or less often; the last walk makes up for
    /// it.
    private static boolean goesOn(long seed, int step) {
        return seed == LAST_SEED
                && step < MOST_STEPS
                && Arrays.stream(Way.values())
                        .anyMatch(way -> DONE.getOrDefault(way, 0) < LEAST_OF_EACH);
    }

    @AfterAll
    static void everyWayWasGone() {
        assertThat(DONE).containsOnlyKeys(Way.values());
        assertThat(DONE)
                .allSatisfy((way, times) ->
                        assertThat(times).as(way.name()).isGreaterThanOrEqualTo(LEAST_OF_EACH));
    }

    /// For each role that is asked for two people at least, else reviews never happen.
    private List<WayPerson> people(RandomGenerator random) {
        while (true) {
            var drawn = NAMES.stream().map(name -> WayPerson.draw(clients, name, random)).toList();
            if (Arrays.stream(Way.values())
                    .allMatch(way -> drawn.stream().filter(who -> who.may(way)).count() > 1)) {
                return drawn;
            }
        }
    }

    private static Way way(RandomGenerator random) {
        int left = random.nextInt(Arrays.stream(Way.values()).mapToInt(way -> way.weight).sum());
        for (var way : Way.values()) {
            left -= way.weight;
            if (left < 0) {
                return way;
            }
        }
        throw new IllegalStateException("more than all weights");
    }

    private static WayPerson who(List<WayPerson> people, Way way, RandomGenerator random) {
        var able = people.stream().filter(who -> who.may(way)).toList();
        var among = random.nextInt(5) == 0 ? people : able;
        return among.get(random.nextInt(among.size()));
    }
}
