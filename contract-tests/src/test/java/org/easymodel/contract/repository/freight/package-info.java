/** A haulage company: entities with every kind of attribute, for the verbs that show entities in other forms. */
package org.easymodel.contract.repository.freight;
