package org.vivavoce.platform.page;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The pages of a service that has some of its own.
 */
@Configuration(proxyBeanMethods = false)
@Import({ PageConfiguration.class, PageModel.class, HomeController.class })
public class ServicePageConfiguration {

}
