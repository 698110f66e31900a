/** Entities whose keys and relationships an application sets through its own entity manager. */
package org.easymodel.contract.inference.harbour;
