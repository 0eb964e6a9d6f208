@NullMarked
package org.vivavoce.question.document.draft;

import org.jspecify.annotations.NullMarked;
