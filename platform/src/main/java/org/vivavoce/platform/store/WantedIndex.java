package org.vivavoce.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.Document;

/**
 * An index that a collection should have, and how it compares with those that are there.
 */
record WantedIndex(String collection, IndexModel model) {

	private static final List<String> FLAGS = List.of("unique", "sparse");

	/**
	 * The name that shows it to people: collection and index.
	 */
	String label() {
		return this.collection + "." + name();
	}

	private String name() {
		String name = this.model.getOptions().getName();
		return (name != null) ? name
				: keys().entrySet()
					.stream()
					.map((key) -> key.getKey() + "_"
							+ (key.getValue().isNumber() ? Integer.toString(key.getValue().asNumber().intValue())
									: key.getValue().asString().getValue()))
					.collect(Collectors.joining("_"));
	}

	/**
	 * Whether it is there, under any name.
	 */
	boolean isAmong(List<Document> existing) {
		return existing.stream().anyMatch((index) -> sameKeys(index) && differences(index).isEmpty());
	}

	/**
	 * What keeps it from being created, in sentences; empty when it can be.
	 */
	List<String> conflicts(List<Document> existing) {
		List<String> conflicts = new ArrayList<>();
		for (Document index : existing) {
			if (sameKeys(index) && !differences(index).isEmpty()) {
				conflicts.add(conflict(index, String.join(", ", differences(index))));
			}
			else if (!sameKeys(index) && name().equals(index.getString("name"))) {
				conflicts.add(conflict(index, "keys are " + keys(index).toJson() + ", wanted is " + keys().toJson()));
			}
		}
		return conflicts;
	}

	private String conflict(Document index, String difference) {
		return "Index " + index.getString("name") + " of " + this.collection + " is not as wanted and stays as it is: "
				+ difference + "; drop it, and the next start creates it";
	}

	private List<String> differences(Document index) {
		IndexOptions options = this.model.getOptions();
		Map<String, Boolean> wanted = Map.of("unique", options.isUnique(), "sparse", options.isSparse());
		List<String> differences = new ArrayList<>();
		for (String flag : FLAGS) {
			boolean there = index.getBoolean(flag, false);
			if (there != Boolean.TRUE.equals(wanted.get(flag))) {
				differences.add(flag + " is " + there + ", wanted is " + wanted.get(flag));
			}
		}
		Long expiry = options.getExpireAfter(TimeUnit.SECONDS);
		Number expiring = index.get("expireAfterSeconds", Number.class);
		if ((expiry == null) ? expiring != null : expiring == null || expiring.longValue() != expiry) {
			differences.add("expireAfterSeconds is " + expiring + ", wanted is " + expiry);
		}
		return differences;
	}

	private boolean sameKeys(Document index) {
		BsonDocument there = keys(index);
		// the order of the keys is part of an index
		return List.copyOf(there.keySet()).equals(List.copyOf(keys().keySet())) && keys().entrySet()
			.stream()
			.allMatch((key) -> same(key.getValue(), there.get(key.getKey(), BsonNull.VALUE)));
	}

	private static boolean same(BsonValue wanted, BsonValue there) {
		return (wanted.isNumber() && there.isNumber())
				? wanted.asNumber().doubleValue() == there.asNumber().doubleValue() : wanted.equals(there);
	}

	private BsonDocument keys() {
		return this.model.getKeys().toBsonDocument();
	}

	private static BsonDocument keys(Document index) {
		return index.get("key", Document.class).toBsonDocument();
	}

}
