@NullMarked
package org.vivavoce.question.kit;

import org.jspecify.annotations.NullMarked;
