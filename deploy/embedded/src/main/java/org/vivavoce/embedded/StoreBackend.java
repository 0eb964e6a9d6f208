package org.vivavoce.embedded;

import java.util.Collection;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/**
 * The databases of a store.
 */
final class StoreBackend extends H2Backend {

	private static final int UNKNOWN_FIELD = 40415;

	StoreBackend(MVStore store) {
		super(store);
		version(StoreVersion.MONGO_7_0);
	}

	/**
	 * Renaming is refused: the backend would leave the indexes behind. {@code hello} is
	 * what newer drivers say instead of {@code isMaster}, once they know that it is
	 * understood.
	 */
	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		if ("renameCollection".equalsIgnoreCase(command)) {
			throw new NoSuchCommandException(command);
		}
		if ("update".equalsIgnoreCase(command)) {
			requireNoSort(query);
		}
		if ("hello".equalsIgnoreCase(command)) {
			Document answer = super.handleCommand(channel, database, "ismaster", query);
			answer.remove("ismaster");
			return answer.append("isWritablePrimary", true).append("helloOk", true);
		}
		Document answer = super.handleCommand(channel, database, command, query);
		return "ismaster".equalsIgnoreCase(command) ? answer.append("helloOk", true) : answer;
	}

	/**
	 * Newer drivers send it to any server, and the backend would change whichever
	 * document it finds first. A server of this version refuses it, too.
	 */
	private static void requireNoSort(Document update) {
		if (update.get("updates") instanceof Collection<?> updates && updates.stream()
			.anyMatch((each) -> each instanceof Document statement && statement.containsKey("sort"))) {
			throw new MongoServerError(UNKNOWN_FIELD, "Location40415",
					"BSON field 'update.updates.sort' is an unknown field.");
		}
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String name) {
		return new StoreDatabase(name, getMvStore(), getCursorRegistry());
	}

}
