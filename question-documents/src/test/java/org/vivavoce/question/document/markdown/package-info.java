@NullMarked
package org.vivavoce.question.document.markdown;

import org.jspecify.annotations.NullMarked;
