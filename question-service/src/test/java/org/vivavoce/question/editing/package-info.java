@NullMarked
package org.vivavoce.question.editing;

import org.jspecify.annotations.NullMarked;
