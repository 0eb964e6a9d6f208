@NullMarked
package org.vivavoce.report.api;

import org.jspecify.annotations.NullMarked;
