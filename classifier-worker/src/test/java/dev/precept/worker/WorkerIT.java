package dev.precept.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/// A worker against a registry and an identity provider that answer over real HTTP.
class WorkerIT {

    private static final String JOB = "01890000-0000-7000-8000-000000000001";

    private final LinkedBlockingQueue<String> results = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> stops = new LinkedBlockingQueue<>();
    private final Map<String, String> authorizations = new ConcurrentHashMap<>();
    private final AtomicInteger leases = new AtomicInteger();

    @Test
    void aWorkerRegistersLeasesReportsWithATokenAndLeavesInGoodOrder() throws Exception {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String url = "http://localhost:" + server.getAddress().getPort();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, url));
        server.start();
        try (var _ =
                SpringApplication.run(
                        WorkerApplication.class,
                        "--server.port=0",
                        "--precept.worker.engine=null",
                        "--precept.worker.lease.grace=2s",
                        "--precept.worker.connection.registry-url=" + url,
                        "--precept.worker.connection.issuer=" + url)) {
            assertThat(results.poll(20, TimeUnit.SECONDS))
                    .contains("\"judged\"", JOB, "\"SAFE\"", "the null engine");
            assertThat(authorizations.get("/v1/leases")).isEqualTo("Bearer token-of-the-stub");
        } finally {
            server.stop(0);
        }
        assertThat(stops.poll(10, TimeUnit.SECONDS)).startsWith("DELETE /v1/workers/");
    }

    private void answer(HttpExchange exchange, String url) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            authorizations.put(path, authorization);
        }
        if (exchange.getRequestMethod().equals("DELETE")) {
            stops.add("DELETE " + path);
        }
        String reply = "";
        if (path.startsWith("/.well-known/")) {
            reply =
                    "{'issuer':'%1$s','authorization_endpoint':'%1$s/a','token_endpoint':'%1$s/t','jwks_uri':'%1$s/j','subject_types_supported':['public'],'response_types_supported':['code'],'grant_types_supported':['client_credentials']}"
                            .formatted(url);
        } else if (path.equals("/t")) {
            reply = "{'access_token':'token-of-the-stub','token_type':'Bearer','expires_in':300}";
        } else if (path.equals("/v1/leases")) {
            reply = lease();
        } else if (path.equals("/v1/leases/results")) {
            results.add(body);
            reply = "{'accepted':1,'stale':[]}";
        } else if (path.startsWith("/v1/policy-bundles/")) {
            reply =
                    "{'slug':'cakes','number':1,'sha256':'abc','name':'Cakes','text':'# Cakes','output':{'format':'json','fields':[],'labels':{}},'effort':'low','review':{'confidenceBelow':0.6,'sampleRate':0.02},'rules':[],'examples':[]}";
        }
        byte[] bytes = reply.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(
                bytes.length == 0 ? 204 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String lease() {
        if (leases.getAndIncrement() > 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            return "{'groups':[],'leaseSeconds':15,'expiresAt':'2030-01-01T00:00:00Z'}";
        }
        return "{'groups':[{'policyVersion':{'slug':'cakes','number':1,'sha256':'abc'},'jobs':[{'id':'"
                + JOB
                + "','fencingToken':1,'lane':'INTERACTIVE','watched':false,'content':{'kind':'message','text':'A cake'}}]}],'leaseSeconds':15,'expiresAt':'2030-01-01T00:00:00Z'}";
    }
}
