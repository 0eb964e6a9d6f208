@NullMarked
package org.vivavoce.question.guide;

import org.jspecify.annotations.NullMarked;
