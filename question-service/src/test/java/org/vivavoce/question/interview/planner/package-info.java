@NullMarked
package org.vivavoce.question.interview.planner;

import org.jspecify.annotations.NullMarked;
