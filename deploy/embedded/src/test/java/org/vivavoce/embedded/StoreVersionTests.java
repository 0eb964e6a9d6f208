package org.vivavoce.embedded;

import java.util.List;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What drivers find out about the store, by which they choose what they send.
 */
class StoreVersionTests extends RunningStore {

	@ParameterizedTest
	@ValueSource(strings = { "hello", "isMaster" })
	void newDriversAreWelcome(String greeting) {
		Document answer = command(new Document(greeting, 1));
		assertThat(answer.getInteger("maxWireVersion")).isEqualTo(21);
		assertThat(answer.getInteger("minWireVersion")).isZero();
		assertThat(answer.getBoolean("helloOk")).isTrue();
		assertThat(answer.getBoolean(greeting.equals("hello") ? "isWritablePrimary" : "ismaster")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "hello", "isMaster" })
	void nothingIsOfferedThatTheStoreCannotDo(String greeting) {
		// sessions and with them transactions and retryable writes; the streaming hello;
		// a
		// replica set; compression
		assertThat(command(new Document(greeting, 1))).doesNotContainKeys("logicalSessionTimeoutMinutes",
				"topologyVersion", "setName", "msg", "compression");
	}

	@Test
	void theVersionIsTheOneOfTheWire() {
		assertThat(command(new Document("buildInfo", 1)).getString("version")).isEqualTo("7.0.0");
	}

	@Test
	void aSortOfAnUpdateIsRefusedAndNotPassedOver() {
		this.collection.insertOne(document("a", "n", 1));
		Document update = new Document("q", new Document()).append("u", Updates.set("x", 1).toBsonDocument())
			.append("sort", new Document("n", -1));
		assertThatExceptionOfType(MongoCommandException.class)
			.isThrownBy(() -> command(new Document("update", "cards").append("updates", List.of(update))))
			.withMessageContaining("unknown field");
		assertThat(this.collection.countDocuments(Filters.exists("x"))).isZero();
	}

	private Document command(Document command) {
		return this.client.getDatabase("test").runCommand(command);
	}

}
