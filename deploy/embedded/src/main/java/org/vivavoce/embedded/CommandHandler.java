package org.vivavoce.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers one client's commands: reads at once, everything else after a commit.
 */
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {

	private static final Logger logger = LoggerFactory.getLogger(CommandHandler.class);

	private static final Set<String> READS = Set.of("find", "getmore", "count", "distinct", "aggregate", "hello",
			"ismaster", "ping", "buildinfo", "serverstatus", "killcursors", "listcollections", "listindexes");

	private static final Set<String> WRITING_STAGES = Set.of("$out", "$merge");

	private final AtomicInteger replies = new AtomicInteger();

	private final MongoBackend backend;

	private final MVStore store;

	private final GroupCommit commits;

	CommandHandler(MongoBackend backend, MVStore store, GroupCommit commits) {
		this.backend = backend;
		this.store = store;
		this.commits = commits;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
		Document command = command(request);
		if (isRead(command)) {
			new Reply(context, read(request, command)).send();
		}
		else {
			this.commits.write(context, () -> answer(request, command));
		}
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) throws Exception {
		this.backend.handleClose(context.channel());
		super.channelInactive(context);
	}

	private static Document command(ClientRequest request) {
		return switch (request) {
			case MongoMessage message -> message.getDocument();
			case MongoQuery query -> query.getQuery();
			default -> throw new IllegalArgumentException("unknown message " + request);
		};
	}

	private static boolean isRead(Document command) {
		return READS.contains(name(command).toLowerCase(Locale.ROOT))
				&& !(command.get("pipeline") instanceof List<?> pipeline && pipeline.stream()
					.anyMatch((stage) -> stage instanceof Document document
							&& document.keySet().stream().anyMatch(WRITING_STAGES::contains)));
	}

	private static String name(Document command) {
		return command.keySet().iterator().next();
	}

	/**
	 * What a reader has begun to look at stays in the file until it is done, whatever is
	 * committed meanwhile.
	 */
	private Object read(ClientRequest request, Document command) {
		MVStore.TxCounter version = this.store.registerVersionUsage();
		try {
			return answer(request, command);
		}
		finally {
			this.store.deregisterVersionUsage(version);
		}
	}

	private Object answer(ClientRequest request, Document command) {
		Document answer = answer(request.getDatabaseName(), request, command);
		MessageHeader header = new MessageHeader(this.replies.incrementAndGet(), request.getHeader().getRequestID());
		// drivers say hello in the old format before they know that the new one is
		// understood
		return (request instanceof MongoQuery) ? new MongoReply(header, List.of(answer), 0)
				: new MongoMessage(request.getChannel(), header, answer);
	}

	private Document answer(String database, ClientRequest request, Document command) {
		try {
			return this.backend.handleCommand(request.getChannel(), database, name(command), command);
		}
		catch (MongoServerException ex) {
			logger.debug("Refused {}", command, ex);
			return error(ex);
		}
		catch (RuntimeException | StackOverflowError | AssertionError ex) {
			logger.error("Failed to handle {} on {}", name(command), database, ex);
			return error(new MongoServerException("Unknown error: " + ex.getMessage(), ex));
		}
	}

	private static Document error(MongoServerException ex) {
		Document error = new Document("ok", 0).append("errmsg", ex.getMessageWithoutErrorCode());
		if (ex instanceof MongoServerError known) {
			error.append("code", known.getCode());
			error.putIfNotNull("codeName", known.getCodeName());
		}
		return error;
	}

}
