package org.easymodel.contract.scan.models.tables.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Two entities on one table, and one over the table of another's collection. */
public final class SharedModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Article.class, ArticleTitle.class);
    }

    @Override
    public List<Object> rows() {
        Article article = new Article();
        article.id = 1L;
        article.title = "news";
        article.body = "long";
        return List.of(article);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Article.class).body = "longer";
    }
}

@Entity
@Table(name = "ARTICLE")
class Article {
    @Id
    Long id;

    @Column(name = "TITLE", nullable = false, length = 80)
    String title;

    @Column(name = "BODY")
    String body;
}

/** The same rows with fewer columns, and a relationship to them. */
@Entity
@Table(name = "ARTICLE")
class ArticleTitle {
    @Id
    Long id;

    @Column(name = "TITLE", nullable = false, length = 80)
    String title;
}
