@NullMarked
package org.vivavoce.question.document.yaml;

import org.jspecify.annotations.NullMarked;
