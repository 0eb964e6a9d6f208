/**
 * Question sets, their questions and revisions, and what changes them; all of it pure.
 */
@NullMarked
package org.vivavoce.question.set;

import org.jspecify.annotations.NullMarked;
