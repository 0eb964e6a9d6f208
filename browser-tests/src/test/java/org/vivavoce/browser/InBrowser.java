package org.vivavoce.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that need Chromium, see {@link Chromium}. Where there is none they are skipped,
 * or fail with {@code -Dvivavoce.browser=required} or the environment variable
 * {@code VIVAVOCE_BROWSER=required}. Their methods may take {@link People}.
 */
@Documented
@Tag("browser")
@ExtendWith(BrowserExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InBrowser {

}
