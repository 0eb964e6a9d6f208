@NullMarked
package org.vivavoce.question.candidate;

import org.jspecify.annotations.NullMarked;
