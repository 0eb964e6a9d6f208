@NullMarked
package org.vivavoce.question.interview.page;

import org.jspecify.annotations.NullMarked;
