@NullMarked
package org.vivavoce.question.history;

import org.jspecify.annotations.NullMarked;
