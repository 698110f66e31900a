/** The house rules, and what the documents say of the code, as tests. */
package org.easymodel.contract.house;
