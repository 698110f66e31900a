/**
 * Injection: {@code @Inject EasyRepository<User>} in servers and on Weld SE, with the unit of work and the executor of the
 * environment. Entry type for applications: {@link org.easymodel.cdi.Unit}. May import: {@code java.*}, {@code
 * javax.naming}, {@code jakarta.*}, {@code org.easymodel}, {@code failure}, {@code observe}, {@code spi}.
 */
@NullMarked
package org.easymodel.cdi;

import org.jspecify.annotations.NullMarked;
