package org.easymodel.contract.naming;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.easymodel.contract.naming.billing.Attachment;
import org.easymodel.contract.naming.billing.BusinessCustomer;
import org.easymodel.contract.naming.billing.Customer;
import org.easymodel.contract.naming.billing.DiscountTerm;
import org.easymodel.contract.naming.billing.Invoice;
import org.easymodel.contract.naming.billing.InvoiceLine;
import org.easymodel.contract.naming.billing.MoneyAmount;
import org.easymodel.contract.units.Golden;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that names nothing, under every naming strategy: its names, and its rows. */
@Tag("woven")
class NamingTest {

    @TempDir
    private Path revisions;

    @ParameterizedTest
    @ValueSource(strings = {"jpa", "snake", "snake-plural", "package-prefix"})
    void tables_ofAModelThatNamesNothing_areNamedByTheStrategy(String strategy) {
        try (Billing billing = Billing.open("names_" + strategy, strategy)) {
            Golden.assertGolden("naming/" + strategy + ".txt", Schemas.of(billing.url));
        }
    }

    @Test
    void tables_withoutTheSetting_areNamedAsJakartaPersistenceSays() {
        try (Billing billing = Billing.open("names_unset", "")) {
            Golden.assertGolden("naming/jpa.txt", Schemas.of(billing.url));
        }
    }

    @Test
    void units_withDifferentStrategies_doNotDisturbEachOther() {
        try (Billing snake = Billing.open("both_snake", "snake");
                Billing jpa = Billing.open("both_jpa", "jpa");
                Billing plural = Billing.open("both_plural", "snake-plural")) {
            Golden.assertGolden("naming/jpa.txt", Schemas.of(jpa.url));
            Golden.assertGolden("naming/snake.txt", Schemas.of(snake.url));
            Golden.assertGolden("naming/snake-plural.txt", Schemas.of(plural.url));
            for (Billing each : List.of(plural, jpa, snake)) {
                assertThat(insert(each.factory)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpa", "snake", "snake-plural", "package-prefix"})
    void rows_onTablesOfEclipseLink_areWrittenReadChangedAndRemoved(String strategy) {
        try (Billing billing = Billing.open("rows_" + strategy, strategy)) {
            useRows(billing.factory);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpa", "snake", "snake-plural", "package-prefix"})
    void rows_onTablesOfARevision_areWrittenReadChangedAndRemoved(String strategy) {
        try (Billing billing = Billing.openOnRevision("revision_" + strategy, strategy, revisions)) {
            useRows(billing.factory);
        }
    }

    private static void useRows(EntityManagerFactory factory) {
        Long key = insert(factory);

        assertThat(texts(factory, key))
                .containsExactly(
                        "code paper=scan.pdf lines=[line 1] own=[a.txt] readers=[Ada, Bob Ltd]",
                        "terms=[14] texts=[one, two] counts={kg=3} notes={Ada=prompt}",
                        "charges=[7 EUR 20 Ada] total=100 EUR 20 Bob Ltd paid=40 EUR 20 Ada agent=Ada remark=long");
        run(factory, em -> change(em, key));
        assertThat(texts(factory, key))
                .containsExactly(
                        "other paper=scan.pdf lines=[line 1, line 2] own=[] readers=[Bob Ltd, Ada]",
                        "terms=[] texts=[two, three] counts={kg=4} notes={Ada=prompt}",
                        "charges=[] total=100 EUR 20 Ada paid=null agent=Ada remark=short");
        List<Long> answers = run(factory, NamingTest::ask);
        assertThat(answers).containsExactly(1L, 1L, 1L, 1L, 1L, 1L);
        run(factory, em -> {
            em.remove(em.find(Invoice.class, key));
            em.flush();
            em.createQuery("delete from BusinessCustomer").executeUpdate();
            em.createQuery("delete from DiscountTerm").executeUpdate();
            return null;
        });
        Long left = run(factory, em -> em.createQuery("select count(l) from InvoiceLine l", Long.class)
                .getSingleResult());
        assertThat(left).isZero();
    }

    private static Long insert(EntityManagerFactory factory) {
        return run(factory, em -> {
            Customer ada = new Customer();
            ada.fullName = "Ada";
            BusinessCustomer bob = new BusinessCustomer();
            bob.fullName = "Bob Ltd";
            bob.taxNumber = "T1";
            bob.contactPerson = ada;
            DiscountTerm term = new DiscountTerm();
            term.dueDays = 14;
            term.discountPercent = 2;
            Attachment paper = attachment("scan.pdf");
            Attachment own = attachment("a.txt");
            List.of(ada, bob, term, paper, own).forEach(em::persist);
            em.flush();
            Invoice invoice = new Invoice();
            invoice.isoURLCode2 = "code";
            invoice.legacyCode = "L";
            invoice.longRemark = "long";
            invoice.billedCustomer = bob;
            invoice.salesAgentKey = ada.recordKey;
            invoice.scannedPaper = paper;
            invoice.ownAttachments.add(own);
            invoice.otherReaders.addAll(List.of(ada, bob));
            invoice.paymentTerms.add(term);
            invoice.freeTexts.addAll(List.of("one", "two"));
            invoice.unitCounts.put("kg", 3);
            invoice.customerNotes.put(ada, "prompt");
            invoice.extraCharges.add(new MoneyAmount(7, ada));
            invoice.totalAmount = new MoneyAmount(100, bob);
            invoice.paidAmount = new MoneyAmount(40, ada);
            em.persist(invoice);
            em.flush();
            InvoiceLine line = new InvoiceLine(invoice, 1);
            line.paymentTermId = term.recordKey;
            invoice.invoiceLines.put("first", line);
            return invoice.recordKey;
        });
    }

    private static List<String> texts(EntityManagerFactory factory, Long key) {
        return run(factory, em -> read(em, key));
    }

    private static Object change(EntityManager em, Long key) {
        Invoice invoice = em.find(Invoice.class, key);
        invoice.isoURLCode2 = "other";
        invoice.longRemark = "short";
        invoice.invoiceLines.put("second", new InvoiceLine(invoice, 2));
        invoice.ownAttachments.clear();
        invoice.otherReaders.add(invoice.otherReaders.remove(0));
        invoice.paymentTerms.clear();
        invoice.freeTexts.remove(0);
        invoice.freeTexts.add("three");
        invoice.unitCounts.put("kg", 4);
        invoice.extraCharges.clear();
        invoice.totalAmount = new MoneyAmount(100, invoice.salesAgent);
        invoice.paidAmount = null;
        return invoice;
    }

    private static List<String> read(EntityManager em, Long key) {
        Invoice invoice = em.find(Invoice.class, key);
        return List.of(
                invoice.isoURLCode2 + " paper=" + invoice.scannedPaper.fileName + " lines="
                        + sorted(invoice.invoiceLines.values().stream()
                                .map(line -> line.lineText)
                                .toList())
                        + " own="
                        + invoice.ownAttachments.stream()
                                .map(each -> each.fileName)
                                .toList()
                        + " readers="
                        + invoice.otherReaders.stream()
                                .map(each -> each.fullName)
                                .toList(),
                "terms="
                        + invoice.paymentTerms.stream()
                                .map(each -> each.dueDays)
                                .toList() + " texts="
                        + new ArrayList<>(invoice.freeTexts) + " counts=" + new TreeMap<>(invoice.unitCounts)
                        + " notes={"
                        + String.join(
                                ", ",
                                invoice.customerNotes.entrySet().stream()
                                        .map(each -> each.getKey().fullName + "=" + each.getValue())
                                        .toList())
                        + "}",
                "charges=" + invoice.extraCharges.stream().map(NamingTest::text).toList() + " total="
                        + text(invoice.totalAmount) + " paid=" + text(invoice.paidAmount) + " agent="
                        + invoice.salesAgent.fullName + " remark=" + invoice.longRemark);
    }

    private static List<Long> ask(EntityManager em) {
        return List.of(
                        "select count(i) from Invoice i join i.otherReaders r where r.fullName = 'Ada'",
                        "select count(l) from InvoiceLine l where l.parentInvoice.isoURLCode2 = 'other' and l.lineKey.lineNumber = 2",
                        "select count(i) from Invoice i where i.totalAmount.payingCustomer.fullName = 'Ada' and i.totalAmount.taxPart.taxRate = 20",
                        "select count(i) from Invoice i where i.longRemark = 'short' and i.legacyCode = 'L'",
                        "select count(b) from BusinessCustomer b where b.contactPerson.createdAt is not null and b.rowVersion > 0",
                        "select count(l) from InvoiceLine l where l.paymentTerm.dueDays = 14")
                .stream()
                .map(jpql -> em.createQuery(jpql, Long.class).getSingleResult())
                .toList();
    }

    private static String text(MoneyAmount amount) {
        return amount == null
                ? "null"
                : amount.netValue + " " + amount.currencyCode + " " + amount.taxPart.taxRate + " "
                        + amount.payingCustomer.fullName;
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static Attachment attachment(String name) {
        Attachment attachment = new Attachment();
        attachment.fileName = name;
        return attachment;
    }

    private static <R> R run(EntityManagerFactory factory, Function<EntityManager, R> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                R result = work.apply(em);
                em.getTransaction().commit();
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }
}
