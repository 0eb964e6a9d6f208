package org.vivavoce.embedded;

import java.nio.file.Path;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store with an empty collection for each test.
 */
abstract class RunningStore {

	@TempDir
	Path directory;

	EmbeddedStore store;

	MongoClient client;

	MongoCollection<Document> collection;

	@BeforeEach
	void start() {
		this.store = EmbeddedStore.start(this.directory, 0);
		this.client = MongoClients.create(this.store.connectionString());
		this.collection = this.client.getDatabase("test").getCollection("cards");
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.store.close();
	}

	static Document document(String id, @Nullable Object... fields) {
		Document document = new Document("_id", id);
		for (int i = 0; i < fields.length; i += 2) {
			document.append(String.valueOf(fields[i]), fields[i + 1]);
		}
		return document;
	}

}
