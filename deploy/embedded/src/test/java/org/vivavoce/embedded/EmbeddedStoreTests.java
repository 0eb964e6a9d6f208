package org.vivavoce.embedded;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedStoreTests {

	@TempDir
	Path directory;

	@Test
	void documentsIndexesAndPortSurviveARestart() {
		int port;
		try (EmbeddedStore store = EmbeddedStore.start(this.directory, 0);
				MongoClient client = MongoClients.create(store.connectionString())) {
			port = Integer.parseInt(store.connectionString().substring("mongodb://127.0.0.1:".length()));
			MongoCollection<Document> collection = client.getDatabase("interviews").getCollection("sheets");
			collection.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
			collection.createIndex(Indexes.ascending("state"));
			collection.insertOne(new Document("_id", "a").append("number", 1));
			collection.insertOne(new Document("_id", "b").append("number", 2).append("state", "open"));
		}
		try (EmbeddedStore store = EmbeddedStore.start(this.directory, port);
				MongoClient client = MongoClients.create(store.connectionString())) {
			assertThat(store.connectionString()).isEqualTo("mongodb://127.0.0.1:" + port);
			MongoCollection<Document> collection = client.getDatabase("interviews").getCollection("sheets");
			assertThat(collection.find(Filters.eq("number", 2)).first())
				.isEqualTo(new Document("_id", "b").append("number", 2).append("state", "open"));
			assertThat(collection.listIndexes()).extracting((index) -> index.getString("name"))
				.containsExactlyInAnyOrder("_id_", "number_1", "state_1");
			assertThat(collection.find(Filters.eq("state", "open"))).hasSize(1);
		}
	}

	@Test
	void saysWhenThePortIsTaken() throws Exception {
		try (ServerSocket taken = new ServerSocket()) {
			taken.bind(new InetSocketAddress("127.0.0.1", 0));
			int port = taken.getLocalPort();
			assertThatExceptionOfType(StartException.class).isThrownBy(() -> EmbeddedStore.start(this.directory, port))
				.withMessage("Port " + port + " on 127.0.0.1 cannot be used (Address already in use); "
						+ "stop what uses it or choose another port.");
		}
		EmbeddedStore.start(this.directory, 0).close();
	}

	@Test
	void saysWhenTheDirectoryIsInUse() {
		try (EmbeddedStore store = EmbeddedStore.start(this.directory, 0)) {
			assertThatExceptionOfType(StartException.class).isThrownBy(() -> EmbeddedStore.start(this.directory, 0))
				.withMessage("The directory " + this.directory + " is in use by another instance.");
		}
	}

	@Test
	void saysWhenTheDirectoryCannotBeWritten() throws Exception {
		Path below = Files.createFile(this.directory.resolve("file")).resolve("below");
		assertThatExceptionOfType(StartException.class).isThrownBy(() -> EmbeddedStore.start(below, 0))
			.withMessage("The directory " + below + " cannot be written.");
	}

	@Test
	void saysWhenTheFileIsDamaged() throws Exception {
		Files.writeString(this.directory.resolve("documents.mv"), "not a store ".repeat(1000));
		assertThatExceptionOfType(StartException.class).isThrownBy(() -> EmbeddedStore.start(this.directory, 0))
			.withMessageStartingWith("The file " + this.directory.resolve("documents.mv") + " cannot be opened: ");
	}

}
