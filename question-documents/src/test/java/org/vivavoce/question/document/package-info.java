@NullMarked
package org.vivavoce.question.document;

import org.jspecify.annotations.NullMarked;
