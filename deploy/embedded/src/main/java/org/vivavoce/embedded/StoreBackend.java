package org.vivavoce.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/**
 * The databases of a store.
 */
final class StoreBackend extends H2Backend {

	StoreBackend(MVStore store) {
		super(store);
	}

	/**
	 * Renaming is refused: the backend would leave the indexes behind.
	 */
	@Override
	public Document handleCommand(Channel channel, String database, String command, Document query) {
		if ("renameCollection".equalsIgnoreCase(command)) {
			throw new NoSuchCommandException(command);
		}
		return super.handleCommand(channel, database, command, query);
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String name) {
		return new StoreDatabase(name, getMvStore(), getCursorRegistry());
	}

}
