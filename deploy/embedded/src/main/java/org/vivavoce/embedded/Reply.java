package org.vivavoce.embedded;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one client is to be told. A client that cannot be told is disconnected, so that it
 * does not wait.
 */
record Reply(ChannelHandlerContext client, Object message) {

	private static final Logger logger = LoggerFactory.getLogger(Reply.class);

	void send() {
		this.client.writeAndFlush(this.message).addListener((ChannelFutureListener) (sent) -> {
			if (!sent.isSuccess() && sent.channel().isActive()) {
				logger.error("A reply could not be sent", sent.cause());
				sent.channel().close();
			}
		});
	}

	void withhold() {
		this.client.close();
	}

}
