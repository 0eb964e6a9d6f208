/**
 * What people send by forms.
 */
@NullMarked
package org.vivavoce.question.form;

import org.jspecify.annotations.NullMarked;
