package org.easymodel.example.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Invents the data of the example shop and writes it as CSV files, with the same bytes at every run. */
public final class CsvGenerator {

    private CsvGenerator() {}

    /**
     * Writes all files; existing ones are replaced.
     *
     * @param args one argument, the directory to write to
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("Expected one argument: the target directory");
        }
        generate(Path.of(args[0]));
    }

    static void generate(Path directory) throws IOException {
        CsvWriter writer = new CsvWriter(Files.createDirectories(directory));
        Assortment assortment = new Assortment();
        List<Article> articles = new ArticleMaker().articles(assortment.leaves());
        List<Person> people = new PersonMaker().people();
        writePeople(writer, people);
        writeProducts(writer, assortment, articles);
        writeSales(writer, new SalesMaker(people, articles).sales());
    }

    private static void writePeople(CsvWriter writer, List<Person> people) throws IOException {
        List<UserRow> users = people.stream().map(Person::row).toList();
        writer.write("users.csv", UserRow.HEADER, users);
        writer.write("profiles.csv", ProfileRow.HEADER, new ProfileMaker().profiles(people));
    }

    private static void writeProducts(CsvWriter writer, Assortment assortment, List<Article> articles)
            throws IOException {
        TagMaker tags = new TagMaker();
        List<ProductRow> products = articles.stream().map(Article::row).toList();
        writer.write("categories.csv", CategoryRow.HEADER, assortment.categories());
        writer.write("products.csv", ProductRow.HEADER, products);
        writer.write("tags.csv", TagRow.HEADER, tags.tags());
        writer.write("product_tags.csv", ProductTagRow.HEADER, tags.productTags(articles));
    }

    private static void writeSales(CsvWriter writer, Sales sales) throws IOException {
        writer.write("orders.csv", OrderRow.HEADER, sales.orders());
        writer.write("order_items.csv", OrderItemRow.HEADER, sales.items());
        writer.write("reviews.csv", ReviewRow.HEADER, new ReviewMaker().reviews(sales.purchases()));
    }
}
