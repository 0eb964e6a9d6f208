@NullMarked
package org.vivavoce.platform.web;

import org.jspecify.annotations.NullMarked;
