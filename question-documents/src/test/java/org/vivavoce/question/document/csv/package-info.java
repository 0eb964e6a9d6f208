@NullMarked
package org.vivavoce.question.document.csv;

import org.jspecify.annotations.NullMarked;
