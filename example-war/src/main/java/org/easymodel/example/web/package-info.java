/** The shop as a REST service: what an application in a server writes to use the library, and no more. */
@NullMarked
package org.easymodel.example.web;

import org.jspecify.annotations.NullMarked;
