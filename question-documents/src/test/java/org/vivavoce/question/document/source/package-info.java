@NullMarked
package org.vivavoce.question.document.source;

import org.jspecify.annotations.NullMarked;
