package org.easymodel.contract.inference.traps;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.model.References;

/** Serializable, with a lazy attribute, declared relationships and columns of reserved names, and an inferred one. */
@Entity
@NamedQuery(name = "Letter.toName", query = "select l from Letter l where l.recipient.name = :name order by l.id")
@NamedQuery(name = "Person.unread", query = "select p from Person p where p.letters is empty order by p.id")
public class Letter implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    private Long id;

    @Column(name = "USER")
    private String subject;

    @Basic(fetch = FetchType.LAZY)
    @Column(length = 2000)
    private String body;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "FROM")
    private Person sender;

    @ManyToMany
    @JoinTable(name = "GROUP", joinColumns = @JoinColumn(name = "WITH"), inverseJoinColumns = @JoinColumn(name = "TO"))
    private List<Person> readers = new ArrayList<>();

    @References(Person.class)
    @Column(name = "TO")
    private Long recipientId;

    @Transient
    private Person recipient;

    protected Letter() {}

    public Letter(long id, Person sender, Person recipient) {
        this.id = id;
        this.sender = sender;
        this.recipientId = recipient.getId();
        this.subject = "subject " + id;
        this.body = "body " + id;
    }

    public Long getId() {
        return id;
    }

    public String getSubject() {
        return subject;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public Person getSender() {
        return sender;
    }

    public void setSender(Person sender) {
        this.sender = sender;
    }

    public List<Person> getReaders() {
        return readers;
    }

    public Long getRecipientId() {
        return recipientId;
    }

    public void setRecipientId(Long recipientId) {
        this.recipientId = recipientId;
    }

    public Person getRecipient() {
        return recipient;
    }

    public void setRecipient(Person recipient) {
        this.recipient = recipient;
    }
}
