/** Naming strategies, reserved words, and entities that a unit does not contain. */
package org.easymodel.contract.naming;
