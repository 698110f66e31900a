package org.easymodel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.junit.jupiter.api.Test;

class EasyModelTest {

    private static class Post extends EasyModel {}

    private static final class Draft extends Post {}

    private static final class User extends EasyModel {}

    private record Slot(boolean isLoaded, Object value) implements RelationshipSlot {}

    @Test
    void equals_sameClassAndId_isTrue() {
        assertThat(post(7)).isEqualTo(post(7)).hasSameHashCodeAs(post(7));
    }

    @Test
    void equals_otherIdOrClass_isFalse() {
        User user = new User();
        user.setId(7L);
        Draft draft = new Draft();
        draft.setId(7L);

        assertThat(post(7))
                .isNotEqualTo(post(8))
                .isNotEqualTo(user)
                .isNotEqualTo(draft)
                .isNotEqualTo(new Post());
        assertThat(draft).isNotEqualTo(post(7));
        assertThat(post(7).equals(null)).isFalse();
    }

    @Test
    void equals_withoutId_isIdentity() {
        Post post = new Post();

        assertThat(post).isEqualTo(post).isNotEqualTo(new Post()).isNotEqualTo(post(7));
    }

    @Test
    void hashCode_whenTheIdComes_staysSoThatSetsFindIt() {
        Post post = new Post();
        Set<Post> posts = new HashSet<>(Set.of(post));

        post.setId(7L);

        assertThat(posts).contains(post);
        assertThat(posts.contains(post(7))).isTrue();
    }

    @Test
    void toString_isClassAndId() {
        assertThat(post(7)).hasToString("Post[7]");
        assertThat(new Post()).hasToString("Post[new]");
    }

    @Test
    void related_ofNothing_isRefused() {
        assertThatExceptionOfType(RelationshipNotLoadedException.class)
                .isThrownBy(() -> post(7).related("user", User.class))
                .withMessage("EM-1401 Post.user: the relationship is not loaded. Ask for it with include(\"user\"), and"
                        + " check its name.");
    }

    @Test
    void relatedList_notLoaded_isRefused() {
        Post post = post(7);
        post.relationshipSlots().put("tags", new Slot(false, List.of()));

        assertThat(post.isRelatedLoaded("tags")).isFalse();
        assertThatExceptionOfType(RelationshipNotLoadedException.class)
                .isThrownBy(() -> post.relatedList("tags", Post.class))
                .withMessage("EM-1401 Post.tags: the relationship is not loaded. Ask for it with include(\"tags\"), and"
                        + " check its name.");
    }

    @Test
    void related_loaded_isTheEntity() {
        User user = new User();
        Post post = post(7);
        post.relationshipSlots().put("user", new Slot(true, user));

        assertThat(post.isRelatedLoaded("user")).isTrue();
        assertThat(post.related("user", User.class)).containsSame(user);
        assertThat(post.related("user", EasyModel.class)).containsSame(user);
    }

    @Test
    void related_loadedAsNull_isEmpty() {
        Post post = post(7);
        post.relationshipSlots().put("user", new Slot(true, null));
        post.relationshipSlots().put("tags", new Slot(true, null));

        assertThat(post.related("user", User.class)).isEmpty();
        assertThat(post.relatedList("tags", Post.class)).isEmpty();
    }

    @Test
    void related_asAnotherType_isRefused() {
        Post post = post(7);
        post.relationshipSlots().put("user", new Slot(true, new User()));
        post.relationshipSlots().put("tags", new Slot(true, List.of(new User())));

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> post.related("user", Post.class))
                .withMessage(
                        "EM-1157 Post.user: the entity there is of class User, and was asked for as Post. Ask for it"
                                + " with related(\"user\", User.class).");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> post.relatedList("tags", Post.class))
                .withMessage(
                        "EM-1157 Post.tags: the entity there is of class User, and was asked for as Post. Ask for it"
                                + " with relatedList(\"tags\", User.class).");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> post.relatedList("user", User.class))
                .withMessage("EM-1157 Post.user: it leads to one entity, and was asked for as to any number. Ask for it"
                        + " with related(\"user\", User.class).");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> post.related("tags", User.class))
                .withMessage(
                        "EM-1157 Post.tags: it leads to any number of entities, and was asked for as to one. Ask for"
                                + " it with relatedList(\"tags\", User.class).");
    }

    @Test
    void relatedList_loaded_isACopyInOrder() {
        Post post = post(7);
        List<Post> tags = new ArrayList<>(Arrays.asList(post(2), post(1)));
        post.relationshipSlots().put("tags", new Slot(true, tags));

        List<Post> related = post.relatedList("tags", Post.class);
        tags.clear();

        assertThat(related).containsExactly(post(2), post(1));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> related.add(post(3)));
    }

    @Test
    void timestamps_atInsertAndUpdate_areInMicroseconds() {
        Post post = new Post();
        assertThat(post.getCreatedAt()).isNull();
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);

        post.created();
        Instant createdAt = post.getCreatedAt();
        post.updated();

        assertThat(createdAt).isBetween(before, Instant.now()).isEqualTo(createdAt.truncatedTo(ChronoUnit.MICROS));
        assertThat(post.getCreatedAt()).isEqualTo(createdAt);
        assertThat(post.getUpdatedAt())
                .isBetween(createdAt, Instant.now())
                .isEqualTo(post.getUpdatedAt().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void createdAt_ofARowThatIsInsertedAgain_stays() {
        Post post = new Post();
        post.created();
        Instant createdAt = post.getCreatedAt();

        post.created();

        assertThat(post.getCreatedAt()).isEqualTo(createdAt);
    }

    private static Post post(long id) {
        Post post = new Post();
        post.setId(id);
        return post;
    }
}
