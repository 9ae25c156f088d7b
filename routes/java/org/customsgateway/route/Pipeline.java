package org.customsgateway.route;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.customsgateway.connector.BackEnds;
import org.customsgateway.connector.KeepPolicy;
import org.customsgateway.connector.Outlet;
import org.customsgateway.connector.Partners;
import org.customsgateway.connector.http.BackEndServer;
import org.customsgateway.connector.queue.QueueHandler;
import org.customsgateway.connector.queue.QueueWriter;
import org.customsgateway.journal.Journal;
import org.customsgateway.journal.RawStore;
import org.customsgateway.mapping.Formats;
import org.customsgateway.mapping.Mapping;
import org.customsgateway.mapping.WcoModel;
import org.customsgateway.mapping.enrich.Enricher;
import org.customsgateway.mapping.reference.References;
import org.customsgateway.match.LegReader;
import org.customsgateway.match.MatchFiles;
import org.customsgateway.match.Seal;
import org.customsgateway.message.FormatId;

/**
 * The one way through the house, put together.
 *
 * @param xsd the drawer of the schemas
 * @param threads one for each partner that is being delivered to
 * @param writers of replies
 * @param backEnds those that the routing table may name
 * @param payment what duties do to a release: {@code wait} or {@code account}
 * @param seal of what tells persons
 * @param readers interchanges read at the same time
 * @param largeReaders how many of these may be large
 * @param batch items per commit
 * @param keep how long is kept what a partner's file does not say otherwise of
 */
public record Pipeline(
        Journal journal,
        RawStore raws,
        Formats formats,
        WcoModel wco,
        Path tables,
        Path xsd,
        Partners partners,
        QueueWriter queues,
        Outlet outlet,
        ExecutorService threads,
        ExecutorService writers,
        BackEnds backEnds,
        String payment,
        Seal seal,
        String node,
        int readers,
        int largeReaders,
        int batch,
        KeepPolicy keep,
        References references,
        Counts counts,
        Clock clock) {

    public List<RoutesBuilder> routes() {
        new MatchKey(journal, node, clock).look(seal);
        Ids ids = new Ids();
        var order = new ArrivalOrder();
        var routing = new Routing(tables, xsd, wco.positions(), backEnds, journal, clock);
        var matching = MatchFiles.open(tables.resolve("match"), wco.positions());
        var backEndQueues = new BackEndQueues(journal, queues::send, routing, clock);
        var handOff = new HandOff(journal, backEndQueues, backEnds, clock);
        var knowledge = new Knowledge(new Enricher(references::now), journal, seal);
        var wholes = new WholePolicy(wco, knowledge, formats, partners, routing);
        var match = new MatchLegs(journal, matching, wholes, partners, handOff, clock);
        var policy = new ItemPolicy(routing, new LegPolicy(new LegReader(seal), matching), knowledge);
        var combine = new Combine(StatusTables.read(tables, backEnds), backEnds, partners, payment);
        var answers = new Answers(
                wco, formats, journal, DecisionTable.read(tables.resolve("decisions.csv"), backEnds), backEnds);
        return List.of(
                new ReceiveRoute(new Receive(raws, journal, partners, ids, counts, clock)),
                new ReadRoute(
                        new Claims(journal, partners, order, largeReaders, node, clock),
                        new Identify(formats, raws),
                        new Turn(order, journal),
                        new Declare(journal, raws, policy, handOff, match, node, batch, counts, clock),
                        new OurFault(journal, node, clock),
                        readers),
                new MatchRoute(match),
                new EditRoute(routing, new EditAlarms(partners, formats, journal, clock)),
                new DecideRoute(
                        new Decide(wco, answers, combine, handOff, journal, raws, counts, clock),
                        new TimeOuts(journal, combine, clock),
                        handOff,
                        new ReturnUpdates(journal, routing, backEndQueues)),
                new PurgeRoute(new Purge(journal, raws, partners, keep, node, clock)),
                new ReplyRoute(
                        new ReplyWriter(journal, raws, formats, partners, ids, writers, clock),
                        new ReplySender(
                                journal, raws, partners, outlet, this::contentType, threads, node, counts, clock)));
    }

    private String contentType(FormatId format) {
        return formats.find(format).map(Mapping::contentType).orElse("");
    }

    /** What the readers of the declarations for a back-end's server call. */
    public static QueueHandler call(
            String backEnd, BackEndServer server, QueueHandler decisions, Journal journal, Clock clock) {
        return new Call(backEnd, server, decisions, journal, clock);
    }

    /** What the readers of a back-end's decisions call; it returns when the decisions are journaled. */
    public static QueueHandler decisions(String backend, ProducerTemplate camel) {
        return (messages, refused) ->
                camel.requestBody(DecideRoute.DECISIONS, new Decide.Batch(backend, messages, refused));
    }
}
