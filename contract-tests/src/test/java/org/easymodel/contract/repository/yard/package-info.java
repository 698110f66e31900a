/** Machines in a yard: a hierarchy over several tables, keys that the database makes, collections of values, callbacks. */
package org.easymodel.contract.repository.yard;
