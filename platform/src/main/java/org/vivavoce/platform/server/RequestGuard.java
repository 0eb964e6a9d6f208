package org.vivavoce.platform.server;

import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

import org.vivavoce.platform.problem.ProblemException;
import org.vivavoce.platform.problem.ProblemTypes;

/**
 * Answers with problem details, and closes the connection, where the head of a request is
 * wrong or a request does not arrive in time. Left to itself, the server would answer
 * without a body, hand on what nobody expects, or wait for ever. Runs on the event loop
 * of its connection alone.
 */
final class RequestGuard extends ChannelDuplexHandler {

	/** So long a client may still send, to be able to hear the answer. */
	private static final Duration LINGER = Duration.ofSeconds(1);

	private static final int FIRST_FINAL_STATUS = 200;

	private final ConnectionProperties limits;

	private final Deadline head = new Deadline();

	private final Deadline pause = new Deadline();

	private final Deadline body = new Deadline();

	/** Requests without a whole answer. */
	private int unanswered;

	/** Between the head of a request and the end of its body. */
	private boolean inBody;

	/** Between the first byte of a head and its last. */
	private boolean inHead;

	/** Between the head of an answer and the end of its body. */
	private boolean inAnswer;

	private boolean informational;

	private @Nullable ProblemException problem;

	private boolean over;

	private RequestGuard(ConnectionProperties limits) {
		this.limits = limits;
	}

	/**
	 * Watch a connection. With HTTP/2 there is no codec of this name; that one checks by
	 * itself.
	 */
	static void addTo(ChannelPipeline pipeline, ConnectionProperties limits) {
		if (pipeline.get(NettyPipeline.HttpCodec) != null) {
			RequestGuard guard = new RequestGuard(limits);
			pipeline.addAfter(NettyPipeline.HttpCodec, "vivavoce.requestGuard", guard);
			pipeline.addBefore(NettyPipeline.HttpCodec, "vivavoce.bytesArrived", new BytesArrived(guard));
		}
	}

	/**
	 * Bytes have come that may make a head.
	 */
	void bytesArrived() {
		this.inHead = !this.inBody;
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		this.pause.stop();
		if (this.problem == null && message instanceof HttpRequest request) {
			this.head.stop();
			this.inHead = false;
			this.inBody = true;
			this.problem = RequestHead.problem(request);
			this.unanswered += (this.problem == null) ? 1 : 0;
			answerInTurn(context);
		}
		if (message instanceof LastHttpContent) {
			this.inBody = false;
			this.body.stop();
		}
		if (this.problem != null) {
			ReferenceCountUtil.release(message);
			return;
		}
		context.fireChannelRead(message);
	}

	/**
	 * Only while somebody wants to read on, the client is the one who is slow.
	 */
	@Override
	public void read(ChannelHandlerContext context) {
		if (this.inBody && this.problem == null) {
			this.pause.start(context, this.limits.pause(), () -> bodyIsMissing(context));
			this.body.start(context, this.limits.body(), () -> bodyIsMissing(context));
		}
		context.read();
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		if (this.problem != null) {
			context.read();
		}
		else if (this.inHead) {
			this.head.start(context, this.limits.head(), () -> {
				this.problem = late("The head of the request did not arrive in time");
				answerInTurn(context);
			});
		}
		context.fireChannelReadComplete();
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		this.head.stop();
		this.pause.stop();
		this.body.stop();
		context.fireChannelInactive();
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (this.over) {
			ReferenceCountUtil.release(message);
			promise.setFailure(new ClosedChannelException());
			return;
		}
		if (message instanceof HttpResponse response) {
			this.informational = response.status().code() < FIRST_FINAL_STATUS;
			this.inAnswer = !this.informational;
		}
		context.write(message, promise);
		if (message instanceof LastHttpContent && !this.informational) {
			this.inAnswer = false;
			this.unanswered--;
			answerInTurn(context);
		}
	}

	private void bodyIsMissing(ChannelHandlerContext context) {
		if (this.inAnswer || this.unanswered != 1) {
			context.close();
			return;
		}
		this.problem = late("The body of the request did not arrive in time");
		// whoever waits for the body has no answer yet
		this.unanswered = 0;
		answerInTurn(context);
	}

	private static ProblemException late(String detail) {
		return new ProblemException(ProblemTypes.REQUEST_TIMED_OUT, detail);
	}

	/**
	 * Requests that came before on the same connection have their answers first.
	 */
	private void answerInTurn(ChannelHandlerContext context) {
		if (this.problem == null || this.unanswered > 0 || this.over) {
			return;
		}
		this.over = true;
		context.writeAndFlush(ProblemResponse.of(this.problem)).addListener((ChannelFutureListener) (written) -> {
			if (written.isSuccess() && written.channel() instanceof DuplexChannel channel) {
				channel.shutdownOutput();
			}
			context.executor().schedule(() -> context.close(), LINGER.toMillis(), TimeUnit.MILLISECONDS);
		});
	}

}
