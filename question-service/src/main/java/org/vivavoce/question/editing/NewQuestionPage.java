package org.vivavoce.question.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.vivavoce.contracts.Level;
import org.vivavoce.question.set.SetOutline;

/**
 * The form that begins a question, as its template sees it.
 *
 * @param sets that it can stand in
 * @param fault what is wrong with the question; null for nothing
 */
record NewQuestionPage(List<SetOutline> sets, String set, Level level, String prompt, @Nullable String fault) {

}
