package org.vivavoce.embedded;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.h2.mvstore.MVStore;

/**
 * Listens for drivers. Reads are answered by the threads that receive them, writes by one
 * thread that also commits: no commit can fall into the middle of a write, and whatever
 * arrives during one commit is covered by the next.
 */
final class StoreServer implements AutoCloseable {

	private static final int RECEIVING_THREADS = 4;

	private static final long COMPACTION_INTERVAL = 500;

	private final EventLoopGroup receivers = new MultiThreadIoEventLoopGroup(RECEIVING_THREADS,
			new DefaultThreadFactory("store-receiver", true), NioIoHandler.newFactory());

	private final EventExecutor writer = new DefaultEventExecutor(new DefaultThreadFactory("store-writer", true));

	/** Whoever comes when it is closed is let go, too. */
	private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

	private final MVStore store;

	private final Channel listener;

	private StoreServer(MVStore store, int port) {
		this.store = store;
		MongoBackend backend = new StoreBackend(store);
		GroupCommit commits = new GroupCommit(this.writer, store);
		this.listener = listen(port, backend, commits);
		this.writer.scheduleWithFixedDelay(new Compaction(store), COMPACTION_INTERVAL, COMPACTION_INTERVAL,
				TimeUnit.MILLISECONDS);
	}

	static StoreServer start(MVStore store, int port) {
		return new StoreServer(store, port);
	}

	private Channel listen(int port, MongoBackend backend, GroupCommit commits) {
		ServerBootstrap bootstrap = new ServerBootstrap().group(this.receivers)
			.channel(NioServerSocketChannel.class)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<SocketChannel>() {
				@Override
				protected void initChannel(SocketChannel channel) {
					StoreServer.this.clients.add(channel);
					channel.pipeline()
						.addLast(new MongoWireReplyEncoder(), new MongoWireMessageEncoder(),
								new MongoWireProtocolHandler(),
								new CommandHandler(backend, StoreServer.this.store, commits),
								new MongoExceptionHandler());
				}
			});
		ChannelFuture bound = bootstrap.bind(Loopback.address(port)).awaitUninterruptibly();
		if (!bound.isSuccess()) {
			stop();
			throw Loopback.unusable(port, bound.cause());
		}
		return bound.channel();
	}

	int port() {
		return ((InetSocketAddress) this.listener.localAddress()).getPort();
	}

	@Override
	public void close() {
		this.listener.close().awaitUninterruptibly();
		this.clients.close().awaitUninterruptibly();
		stop();
	}

	private void stop() {
		// receivers first: what they have handed over is still written and committed
		this.receivers.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
		this.writer.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
		this.store.close();
	}

}
