@NullMarked
package org.vivavoce.question.plan;

import org.jspecify.annotations.NullMarked;
