package dev.precept.registry.queue;

import dev.precept.contracts.queue.JobId;
import dev.precept.contracts.queue.Thought;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// What models have written so far on jobs that somebody watches. It goes once the job is not
/// leased any more: the verdict then says it all.
@Repository
public class Thoughts {

    private final JdbcClient jdbc;

    Thoughts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Replaces what was known; ignored unless the job is leased under this very token.
    void keep(Thought thought) {
        jdbc.sql(
                        """
                        insert into thought (job_id, text)
                        select id, :text from job
                         where id = :id and attempt = :token and status = 'LEASED'
                        on conflict (job_id) do update set text = excluded.text
                        """)
                .param("id", thought.lease().jobId().value())
                .param("token", thought.lease().fencingToken())
                .param("text", thought.text().replace("\0", ""))
                .update();
    }

    /// @return what is known of those jobs
    public Map<JobId, String> of(Collection<JobId> jobs) {
        var found = new HashMap<JobId, String>();
        if (!jobs.isEmpty()) {
            jdbc.sql("select job_id, text from thought where job_id = any (:ids)")
                    .param("ids", jobs.stream().map(JobId::value).toArray(UUID[]::new))
                    .query(row -> {
                        found.put(
                                new JobId(row.getObject("job_id", UUID.class)),
                                row.getString("text"));
                    });
        }
        return found;
    }

    @Scheduled(fixedDelayString = "PT10S")
    public void forget() {
        jdbc.sql(
                        """
                        delete from thought using job
                         where job.id = thought.job_id and job.status <> 'LEASED'
                        """)
                .update();
    }
}
