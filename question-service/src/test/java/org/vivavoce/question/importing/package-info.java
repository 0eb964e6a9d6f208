@NullMarked
package org.vivavoce.question.importing;

import org.jspecify.annotations.NullMarked;
