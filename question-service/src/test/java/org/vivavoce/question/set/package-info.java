@NullMarked
package org.vivavoce.question.set;

import org.jspecify.annotations.NullMarked;
