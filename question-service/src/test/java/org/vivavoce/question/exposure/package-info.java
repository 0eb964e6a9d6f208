@NullMarked
package org.vivavoce.question.exposure;

import org.jspecify.annotations.NullMarked;
