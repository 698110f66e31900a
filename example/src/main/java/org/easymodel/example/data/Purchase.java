package org.easymodel.example.data;

import java.time.Instant;

/** Who bought which article when, as far as the order was sent. */
record Purchase(Person buyer, Article article, Instant placedAt) {}
