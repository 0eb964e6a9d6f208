package org.vivavoce.question.candidate;

import reactor.core.publisher.Mono;

/**
 * Something that stores data about candidates and can remove it.
 */
public interface PersonalData {

	/**
	 * Remove what belongs to a candidate's generations before this one. May be called
	 * again.
	 */
	Mono<Void> purge(String candidateId, int generation);

}
