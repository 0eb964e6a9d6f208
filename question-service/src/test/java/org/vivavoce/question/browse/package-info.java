@NullMarked
package org.vivavoce.question.browse;

import org.jspecify.annotations.NullMarked;
