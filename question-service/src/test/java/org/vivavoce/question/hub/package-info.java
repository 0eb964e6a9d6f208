@NullMarked
package org.vivavoce.question.hub;

import org.jspecify.annotations.NullMarked;
