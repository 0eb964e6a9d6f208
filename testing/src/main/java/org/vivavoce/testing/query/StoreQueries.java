package org.vivavoce.testing.query;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/**
 * Listens to all that a service asks the store for while it is tested, and tells which
 * queries have no index.
 */
public final class StoreQueries implements MongoClientSettingsBuilderCustomizer, CommandListener {

	/**
	 * Collections that stay small, and why.
	 */
	private static final Map<String, String> SMALL = Map.of("projection-offsets",
			"one document for each partition of each projection", "kits", "people write them: hundreds at most",
			"score-sheets", "read once as a whole, and empty then", "score-sheet-directory",
			"an earlier release has made its indexes");

	private final Map<String, Set<Map<String, Integer>>> indexes = new ConcurrentHashMap<>();

	private final Set<QueryShape> shapes = ConcurrentHashMap.newKeySet();

	private final Set<String> failed = new ConcurrentSkipListSet<>();

	@Override
	public void customize(MongoClientSettings.Builder settings) {
		settings.addCommandListener(this);
	}

	@Override
	public void commandStarted(CommandStartedEvent event) {
		try {
			hear(event.getCommandName(), event.getCommand());
		}
		catch (RuntimeException ex) {
			// the driver would only log it
			this.failed.add(event.getCommandName() + " was not understood: " + ex);
		}
	}

	private void hear(String name, BsonDocument command) {
		if (!command.isString(name)) {
			return;
		}
		String collection = command.getString(name).getValue();
		switch (name) {
			case "createIndexes" ->
				documents(command, "indexes").map((index) -> QueryShape.keys(index.getDocument("key")))
					.forEach((keys) -> this.indexes
						.computeIfAbsent(key(collection), (first) -> ConcurrentHashMap.newKeySet())
						.add(keys));
			case "find" -> hear(collection, command, "filter", "sort");
			case "count", "distinct", "findAndModify" -> hear(collection, command, "query", "sort");
			case "update" -> documents(command, "updates").forEach((each) -> hear(collection, each, "q", "sort"));
			case "delete" -> documents(command, "deletes").forEach((each) -> hear(collection, each, "q", "sort"));
			case "aggregate" -> hearPipeline(collection, documents(command, "pipeline").toList());
			default -> {
			}
		}
	}

	private void hear(String collection, BsonDocument command, String filter, String sort) {
		this.shapes.add(QueryShape.of(collection, command.getDocument(filter, new BsonDocument()),
				command.getDocument(sort, new BsonDocument())));
	}

	/**
	 * What the first stages ask for; the others work on what these find.
	 */
	private void hearPipeline(String collection, List<BsonDocument> stages) {
		BsonDocument query = new BsonDocument();
		for (BsonDocument stage : stages) {
			if (!stage.containsKey("$match") && !stage.containsKey("$sort")) {
				break;
			}
			stage.forEach(query::putIfAbsent);
		}
		hear(collection, query, "$match", "$sort");
	}

	private static Stream<BsonDocument> documents(BsonDocument command, String field) {
		return command.getArray(field, new BsonArray()).stream().map((each) -> each.asDocument());
	}

	private static String key(String collection) {
		return QueryShape.of(collection, new BsonDocument(), new BsonDocument()).collection();
	}

	/**
	 * The queries so far that no index serves, but for those of small collections.
	 */
	public Collection<String> withoutIndex() {
		Set<String> found = new LinkedHashSet<>(this.failed);
		Map<String, Integer> byId = QueryShape.keys(new BsonDocument(QueryShape.ID, new BsonInt32(1)));
		this.shapes.stream()
			.filter((shape) -> !SMALL.containsKey(shape.collection()))
			.filter((shape) -> !shape
				.fits(Stream.concat(Stream.of(byId), this.indexes.getOrDefault(shape.collection(), Set.of()).stream())
					.toList()))
			.map(QueryShape::toString)
			.sorted()
			.forEach(found::add);
		return found;
	}

}
