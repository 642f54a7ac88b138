package dev.precept.registry.queue;

import dev.precept.contracts.content.Chat;
import dev.precept.contracts.content.Completion;
import dev.precept.contracts.content.Content;
import dev.precept.contracts.content.Message;
import dev.precept.contracts.intake.ItemId;
import dev.precept.contracts.queue.LeaseGrant;
import dev.precept.contracts.queue.LeasedJob;
import dev.precept.contracts.queue.Purpose;
import dev.precept.registry.item.ItemContents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Makes of leased jobs what a worker gets: their contents, by policy version. A grant has an end:
/// jobs whose contents would make it too large go back to the queue at once.
@Component
class Grants {

    /// Characters of content after which a grant is full.
    static final long FULL = 8_000_000;

    private static final int PER_LOOK = 100;

    private final ItemContents contents;
    private final Leasing leasing;
    private final QueueProperties properties;

    Grants(ItemContents contents, Leasing leasing, QueueProperties properties) {
        this.contents = contents;
        this.leasing = leasing;
        this.properties = properties;
    }

    /// @param jobs just leased, in the order in which they are to be granted
    LeaseGrant of(List<ActiveJob> jobs) {
        var granted = new ArrayList<ActiveJob>(jobs.size());
        var found = new HashMap<ItemId, Content>();
        long characters = 0;
        while (granted.size() < jobs.size() && characters < FULL) {
            var next =
                    jobs.subList(granted.size(), Math.min(jobs.size(), granted.size() + PER_LOOK));
            var more = contents.byId(next.stream().map(ActiveJob::itemId).distinct().toList());
            characters += more.values().stream().mapToLong(Grants::characters).sum();
            found.putAll(more);
            granted.addAll(next);
        }
        if (granted.size() < jobs.size()) {
            leasing.giveBack(jobs.subList(granted.size(), jobs.size()));
        }
        return new LeaseGrant(
                groups(granted, found), (int) properties.lease().toSeconds(), leasing.expiry());
    }

    private static List<LeaseGrant.Group> groups(
            List<ActiveJob> jobs, Map<ItemId, Content> contents) {
        var groups =
                jobs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ActiveJob::policyVersion,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                job -> leased(job, contents),
                                                Collectors.toList())));
        return groups.entrySet().stream()
                .map(group -> new LeaseGrant.Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static LeasedJob leased(ActiveJob job, Map<ItemId, Content> contents) {
        return new LeasedJob(
                job.id(),
                job.fencingToken(),
                job.lane(),
                job.purpose() == Purpose.PLAYGROUND,
                Objects.requireNonNull(contents.get(job.itemId())));
    }

    private static long characters(Content content) {
        return switch (content) {
            case Message message -> message.text().length();
            case Completion completion -> completion.text().length();
            case Chat chat -> chat.turns().stream().mapToLong(turn -> turn.text().length()).sum();
        };
    }
}
