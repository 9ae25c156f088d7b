package org.customsgateway.mapping.reference;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a service for rows and keeps its answers. One that fails again and again is left alone for a while; meanwhile old answers
 * count as long as they may.
 */
final class Lookup {

    private record Question(LocalDate on, List<String> key) {}

    private record Kept(Optional<ReferenceRow> row, Instant at) {}

    /** Made with the first question: most gateways ask nobody. */
    private static final class Client {
        private static final HttpClient HTTP = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private final Shape shape;
    private final LookupEntry entry;
    private final Clock clock;
    private final Map<Question, Kept> kept;
    private int failed;
    private Instant until = Instant.MIN;

    Lookup(Shape shape, LookupEntry entry, Clock clock) {
        this.shape = shape;
        this.entry = entry;
        this.clock = clock;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, Kept> eldest) {
                return size() > entry.most();
            }
        };
    }

    /**
     * Empty where the service says that there is none.
     *
     * @throws MissingReference if it does not answer, and has not answered lately
     */
    Optional<ReferenceRow> find(LocalDate on, List<String> key) {
        Question question = new Question(on, key);
        Instant now = clock.instant();
        Kept last = kept(question);
        if (last != null && now.isBefore(last.at().plus(entry.keep()))) {
            return last.row();
        }
        IOException why = new IOException("it is left alone until " + until);
        if (mayAsk(now)) {
            try {
                Optional<ReferenceRow> row = ask(question, now);
                answered(question, new Kept(row, now));
                return row;
            } catch (IOException e) {
                failed(now);
                why = e;
            }
        }
        if (last != null && now.isBefore(last.at().plus(entry.keep()).plus(entry.stale()))) {
            return last.row();
        }
        throw new MissingReference("the lookup of " + shape.name() + " has no answer: " + why.getMessage(), why);
    }

    private synchronized Kept kept(Question question) {
        return kept.get(question);
    }

    /** After a pause one question goes to see; the others wait until it is answered. */
    private synchronized boolean mayAsk(Instant now) {
        if (failed < entry.failures()) {
            return true;
        }
        if (now.isBefore(until)) {
            return false;
        }
        until = now.plus(entry.pause());
        return true;
    }

    private synchronized void answered(Question question, Kept answer) {
        failed = 0;
        kept.put(question, answer);
    }

    private synchronized void failed(Instant now) {
        failed++;
        if (failed >= entry.failures()) {
            until = now.plus(entry.pause());
        }
    }

    private Optional<ReferenceRow> ask(Question question, Instant now) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(entry.question(shape, question.on(), question.key()))
                .timeout(entry.timeout())
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> sent = Client.HTTP.sendAsync(request, info -> new ShortBody());
        try {
            HttpResponse<byte[]> response = sent.get(entry.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return switch (response.statusCode()) {
                case 200 ->
                    Optional.of(Answer.row(
                            shape,
                            question.key(),
                            response.body(),
                            request.uri().getHost() + " at " + now));
                case 404 -> Optional.empty();
                default -> throw new IOException("it answers " + response.statusCode());
            };
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IOException("it has not answered within " + entry.timeout(), e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().toString(), e);
        }
    }
}
