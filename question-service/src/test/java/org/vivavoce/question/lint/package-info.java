@NullMarked
package org.vivavoce.question.lint;

import org.jspecify.annotations.NullMarked;
