/** A model that maps everything with the names that the provider makes up. */
package org.easymodel.contract.naming.billing;
