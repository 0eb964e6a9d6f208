/**
 * Question sets as tables of comma-separated values.
 */
@NullMarked
package org.vivavoce.question.document.csv;

import org.jspecify.annotations.NullMarked;
