package org.customsgateway.connector.sftp;

import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One connection to a partner's server, and how long the server may take for what is asked of it now. JSch's own time-outs
 * end when anything comes: a server that drips, or answers keep-alives and nothing else, would keep a thread for ever. So
 * whoever waits says until when, and {@link Lines} closes the socket then, which ends every wait on it.
 */
final class Line implements SocketFactory {

    /** What is asked of the server. */
    @FunctionalInterface
    interface Step<T, E extends Exception> {
        T take() throws E;
    }

    private static final long NEVER = Long.MAX_VALUE;

    private final int connectTimeout;
    private final Lock waiting = new ReentrantLock();
    private final long origin = System.nanoTime();
    private volatile long due = NEVER;
    private volatile long end = NEVER;
    private volatile boolean hungUp;
    private volatile Socket socket;

    Line(Duration connectTimeout) {
        this.connectTimeout = (int) connectTimeout.toMillis();
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    /** When the step has not ended after this time, it fails, and the connection is gone. Steps may lie in each other. */
    <T, E extends Exception> T within(Duration most, Step<T, E> step) throws E {
        waiting.lock();
        long before = due;
        try {
            if (before == NEVER) {
                hungUp = false;
            }
            due = Math.min(before, now() + most.toNanos());
            return step.take();
        } finally {
            due = before;
            waiting.unlock();
        }
    }

    /** The step that is being taken got on: it may take this much longer from now. */
    void goesOn(Duration most) {
        due = now() + most.toNanos();
    }

    /** Whether the last step was not waited for to its end. */
    boolean isHungUp() {
        return hungUp;
    }

    /** Nothing goes on for longer than this from now, and nothing begins after it. */
    void endsIn(Duration most) {
        end = now() + most.toNanos();
    }

    /** Hangs up on a server that takes too long. */
    void look() {
        long now = now();
        if (now > due || now > end) {
            hungUp = true;
            close(socket);
        }
    }

    private static void close(Socket socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException gone) {
                // that was the purpose
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        var made = new Socket();
        socket = made;
        if (now() > end) {
            throw new IOException("nothing is asked of this server any more");
        }
        try {
            made.connect(new InetSocketAddress(host, port), connectTimeout);
            return made;
        } catch (IOException | RuntimeException failure) {
            close(made);
            throw failure;
        }
    }

    @Override
    public InputStream getInputStream(Socket socket) throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream getOutputStream(Socket socket) throws IOException {
        return socket.getOutputStream();
    }
}
