@NullMarked
package org.vivavoce.question.interview;

import org.jspecify.annotations.NullMarked;
