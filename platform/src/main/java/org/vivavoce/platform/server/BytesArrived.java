package org.vivavoce.platform.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Sees bytes before they make a head.
 */
final class BytesArrived extends ChannelInboundHandlerAdapter {

	private final RequestGuard guard;

	BytesArrived(RequestGuard guard) {
		this.guard = guard;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		this.guard.bytesArrived();
		context.fireChannelRead(message);
	}

}
