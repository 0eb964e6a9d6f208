@NullMarked
package org.vivavoce.question.kit.page;

import org.jspecify.annotations.NullMarked;
