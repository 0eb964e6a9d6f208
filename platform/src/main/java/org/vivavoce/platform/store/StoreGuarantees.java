package org.vivavoce.platform.store;

import java.util.concurrent.TimeUnit;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;

import org.vivavoce.platform.start.SettingsException;

/**
 * What the store has to promise, so that nothing that was acknowledged is lost when one
 * of its servers fails: writes are with a majority and in its journals, reads come from
 * the primary and hold only what a majority has.
 */
public final class StoreGuarantees {

	private static final int ONE_SERVER = 1;

	private StoreGuarantees() {
	}

	/**
	 * Fill in what the connection string leaves open.
	 * @throws SettingsException when it asks for less
	 */
	public static void require(MongoClientSettings.Builder settings) {
		MongoClientSettings given = settings.build();
		WriteConcern writes = given.getWriteConcern();
		if (writes.getWObject() instanceof Integer servers && servers <= ONE_SERVER) {
			throw refused("w=" + servers, "w=majority, the default", "loses acknowledged writes when a server fails");
		}
		if (Boolean.FALSE.equals(writes.getJournal())) {
			throw refused("journal=false", "journal=true, the default", "loses acknowledged writes at a power cut");
		}
		if (!given.getRetryWrites()) {
			throw refused("retryWrites=false", "retryWrites=true, the default",
					"fails requests at each change of the primary");
		}
		if (!ReadPreference.primary().equals(given.getReadPreference())) {
			throw refused("readPreference=" + given.getReadPreference().getName(),
					"readPreference=primary, the default", "shows and decides on what is no longer so");
		}
		settings.writeConcern(durable(writes));
		if (given.getReadConcern().isServerDefault()) {
			settings.readConcern(ReadConcern.MAJORITY);
		}
	}

	private static WriteConcern durable(WriteConcern given) {
		WriteConcern durable = (given.getWObject() != null) ? given : WriteConcern.MAJORITY;
		Integer timeout = given.getWTimeout(TimeUnit.MILLISECONDS);
		return ((timeout != null) ? durable.withWTimeout(timeout, TimeUnit.MILLISECONDS) : durable).withJournal(true);
	}

	private static SettingsException refused(String given, String expected, String consequence) {
		return new SettingsException("The settings of MongoDB (spring.mongodb.uri) say " + given + ", which "
				+ consequence + ": expected is " + expected + ".");
	}

}
