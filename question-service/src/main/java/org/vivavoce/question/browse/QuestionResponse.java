package org.vivavoce.question.browse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

import org.vivavoce.platform.web.Etags;
import org.vivavoce.question.set.Question;

/**
 * A revision of a question, and whether anybody can still be asked it.
 *
 * @param retired whether the question has left its set; plans that have it keep it
 */
@Schema(name = "QuestionInHub")
record QuestionResponse(@JsonUnwrapped Question question, boolean retired) {

	String etag() {
		return this.retired ? Etags.of(this.question.revision(), "retired") : Etags.of(this.question.revision());
	}

}
