package org.vivavoce.question.hub;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;

import org.vivavoce.question.set.SetOutline;

/**
 * Reads of the question sets what an overview needs, which is a small part of them.
 */
final class SetOutlineRepository {

	/**
	 * The sets as aggregates.
	 */
	static final String COLLECTION = "question-sets";

	private final Mono<MongoCollection<Document>> collection;

	private final JsonMapper json;

	SetOutlineRepository(ReactiveMongoDatabaseFactory databases, JsonMapper json) {
		this.collection = databases.getMongoDatabase().map((database) -> database.getCollection(COLLECTION));
		this.json = json;
	}

	/**
	 * All sets by id.
	 */
	Flux<SetOutline> all() {
		return this.collection
			.flatMapMany((sets) -> sets.find()
				.projection(Projections.include("state.id", "state.technology", "state.title", "state.revision",
						"state.levels.level", "state.levels.experience", "state.levels.focus",
						"state.levels.questions.topic"))
				.sort(Sorts.ascending("_id")))
			.map((row) -> this.json.convertValue(row.get("state"), SetOutline.class));
	}

}
