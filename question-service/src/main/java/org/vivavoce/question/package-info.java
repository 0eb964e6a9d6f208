/**
 * Question-service: the question hub, the planning of interviews, the serving of their
 * questions.
 */
@NullMarked
package org.vivavoce.question;

import org.jspecify.annotations.NullMarked;
