package press;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.function.Supplier;

public class Paperwork implements Supplier<Paper> {

    @Override
    public Paper get() {
        Paper paper = new Paper();
        paper.title = "News";
        paper.pages = 8;
        paper.summary = "Short";
        paper.writtenAt = LocalDateTime.parse("2024-02-29T10:11:12.345");
        paper.dueAt = LocalTime.parse("10:11:12.345");
        paper.printedAt = Instant.parse("2024-02-29T10:11:12.345678Z");
        paper.soldAt = Instant.parse("2024-10-27T00:30:00.000001Z");
        paper.since = Year.of(1999);
        paper.state = Paper.State.PRINTED;
        paper.grade = Paper.Grade.POOR;
        paper.ranking = Paper.Rank.HIGH;
        paper.size = new Size(210, 297);
        paper.keywords.add("ink");
        paper.states.add(Paper.State.DRAFT);
        Mark mark = new Mark();
        mark.page = 3;
        mark.setAt = LocalDateTime.parse("2024-02-29T10:11:12.12");
        paper.marks.add(mark);
        return paper;
    }
}
