package org.vivavoce.question.interview;

import io.swagger.v3.oas.annotations.media.Schema;

import org.vivavoce.question.set.Question;

/**
 * A question that was served.
 *
 * @param position place in the order of serving, from 1
 * @param planned how many questions the interview has
 */
@Schema(name = "ServedQuestion")
record ServedResponse(@Schema(example = "1") int position, @Schema(example = "10") int planned, Question question) {

}
