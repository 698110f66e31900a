package org.easymodel.contract.scan.models.columns.converters;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.eclipse.persistence.annotations.ConversionValue;
import org.eclipse.persistence.annotations.ObjectTypeConverter;

/** Converters that apply themselves, that are named, that are switched off, and those of EclipseLink. */
public final class ConvertersModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(
                Account.class, Till.class, Purse.class, MoneyCents.class, MoneyText.class, YesNo.class, Tenths.class);
    }

    @Override
    public List<Object> rows() {
        Till till = new Till();
        till.id = 1L;
        till.opened = true;
        till.locked = false;
        till.purse = new Purse();
        till.purse.coins = new Money(995);
        till.purse.wet = true;
        till.tips.add(new Money(10));
        till.limits.put(true, new Money(1_000_000));
        Account account = new Account();
        account.id = 1L;
        account.balance = new Money(-1);
        account.written = new Money(77);
        account.active = true;
        account.rate = new BigDecimal("1.5");
        account.grade = "good";
        account.till = till;
        return List.of(till, account);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Till.class).purse.coins = new Money(0);
        rows.the(Till.class).limits.put(false, new Money(1));
        rows.the(Account.class).grade = "bad";
        rows.the(Account.class).rate = null;
    }

    @jakarta.persistence.Converter(autoApply = true)
    public static final class MoneyCents implements AttributeConverter<Money, Long> {

        @Override
        public Long convertToDatabaseColumn(Money money) {
            return money == null ? null : money.cents();
        }

        @Override
        public Money convertToEntityAttribute(Long cents) {
            return cents == null ? null : new Money(cents);
        }
    }

    @jakarta.persistence.Converter
    public static final class MoneyText implements AttributeConverter<Money, String> {

        @Override
        public String convertToDatabaseColumn(Money money) {
            return money == null ? null : money.cents() + " cents";
        }

        @Override
        public Money convertToEntityAttribute(String text) {
            return text == null ? null : new Money(Long.parseLong(text.split(" ")[0]));
        }
    }

    @jakarta.persistence.Converter(autoApply = true)
    public static final class YesNo implements AttributeConverter<Boolean, String> {

        @Override
        public String convertToDatabaseColumn(Boolean flag) {
            return flag == null ? null : flag ? "Y" : "N";
        }

        @Override
        public Boolean convertToEntityAttribute(String letter) {
            return letter == null ? null : letter.equals("Y");
        }
    }

    @jakarta.persistence.Converter
    public static final class Tenths implements AttributeConverter<BigDecimal, Integer> {

        @Override
        public Integer convertToDatabaseColumn(BigDecimal number) {
            return number == null ? null : number.movePointRight(1).intValueExact();
        }

        @Override
        public BigDecimal convertToEntityAttribute(Integer tenths) {
            return tenths == null ? null : BigDecimal.valueOf(tenths, 1);
        }
    }
}

@Entity
class Account {
    @Id
    Long id;

    Money balance;

    /** Another converter than the one that applies itself. */
    @jakarta.persistence.Convert(converter = ConvertersModel.MoneyText.class)
    @Column(length = 20)
    Money written;

    @Column(length = 1, nullable = false)
    Boolean active;

    @jakarta.persistence.Convert(converter = ConvertersModel.Tenths.class)
    BigDecimal rate;

    @ObjectTypeConverter(
            name = "grade",
            dataType = Integer.class,
            objectType = String.class,
            conversionValues = {
                @ConversionValue(dataValue = "1", objectValue = "good"),
                @ConversionValue(dataValue = "5", objectValue = "bad")
            })
    @org.eclipse.persistence.annotations.Convert("grade")
    String grade;

    @ManyToOne
    Till till;
}

@Entity
class Till {
    @Id
    Long id;

    @jakarta.persistence.Convert(converter = ConvertersModel.YesNo.class)
    boolean opened;

    /** Without the converter that applies itself. */
    @jakarta.persistence.Convert(disableConversion = true)
    Boolean locked;

    @Embedded
    @jakarta.persistence.Convert(attributeName = "coins", converter = ConvertersModel.MoneyText.class)
    Purse purse;

    /** In collections EclipseLink applies no converter of itself. */
    @ElementCollection
    @jakarta.persistence.Convert(converter = ConvertersModel.MoneyCents.class)
    List<Money> tips = new ArrayList<>();

    @ElementCollection
    @jakarta.persistence.Convert(converter = ConvertersModel.MoneyCents.class)
    @jakarta.persistence.Convert(attributeName = "key", converter = ConvertersModel.YesNo.class)
    Map<Boolean, Money> limits = new HashMap<>();
}

@Embeddable
class Purse {
    Money coins;
    boolean wet;
}

record Money(long cents) implements Serializable {}
