package org.customsgateway.connector.queue;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.core.protocol.ProtocolHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.cluster.ClusterConnection;
import org.apache.activemq.artemis.core.server.metrics.MetricsManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.BufferHandler;
import org.apache.activemq.artemis.spi.core.remoting.ServerConnectionLifeCycleListener;
import org.customsgateway.connector.AddressLimit;

/**
 * Acceptors that count connections from the first moment, in all and by address. Artemis counts those only that have said
 * which protocol they speak: silent ones it lets in without a limit. It has no place to put this, so the handler of its
 * acceptor, through which each connection goes before TLS and protocol, is exchanged. Made by Artemis, by its name.
 */
public final class LimitedAcceptors extends NettyAcceptorFactory {

    /** Most connections in all, and from one address, in the parameters of an acceptor. */
    static final String ALL = "gatewayConnections";

    static final String EACH = "gatewayConnectionsPerAddress";

    private static final String HANDLER = "protocolHandler";

    @Override
    public Acceptor createAcceptor(
            String name,
            ClusterConnection cluster,
            Map<String, Object> parameters,
            BufferHandler buffers,
            ServerConnectionLifeCycleListener listener,
            Executor threads,
            ScheduledExecutorService timer,
            Map<String, ProtocolManager> protocols,
            String group,
            MetricsManager metrics) {
        var limit = new AddressLimit((int) parameters.get(ALL), (int) parameters.get(EACH));
        var acceptor = (NettyAcceptor) super.createAcceptor(
                name, cluster, parameters, buffers, listener, threads, timer, protocols, group, metrics);
        exchange(acceptor, new ProtocolHandler(protocols, acceptor, timer) {
            @Override
            public ChannelHandler getProtocolDecoder() {
                return new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (limit.enters(channel.remoteAddress())) {
                            var from = channel.remoteAddress();
                            channel.closeFuture().addListener(closed -> limit.leaves(from));
                            channel.pipeline().addLast(decoder());
                        } else {
                            channel.close();
                        }
                    }
                };
            }

            private ChannelHandler decoder() {
                return super.getProtocolDecoder();
            }
        });
        return acceptor;
    }

    private static void exchange(NettyAcceptor acceptor, ProtocolHandler handler) {
        try {
            Field field = NettyAcceptor.class.getDeclaredField(HANDLER);
            field.setAccessible(true);
            field.set(acceptor, handler);
        } catch (ReflectiveOperationException otherArtemis) {
            throw new IllegalStateException("this Artemis cannot be told how many connections to take", otherArtemis);
        }
    }
}
