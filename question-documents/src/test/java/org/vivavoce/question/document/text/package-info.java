@NullMarked
package org.vivavoce.question.document.text;

import org.jspecify.annotations.NullMarked;
