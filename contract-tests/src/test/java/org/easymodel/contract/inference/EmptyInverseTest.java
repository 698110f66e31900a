package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.Database;
import org.easymodel.example.shop.Profile;
import org.easymodel.example.shop.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A new row has no row on the other side of a one-to-one relationship, which is known without a statement. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class EmptyInverseTest {

    @Parameter
    private Database database;

    @Test
    void newRow_isGivenWithoutItsOtherSide() {
        Stage shop = Stage.shop(database);
        try (EasyRepositories easy = EasyRepositories.on(shop.factory)) {
            BlockingRepository<User> users = easy.blocking(User.class);

            User user = users.insertMap(Map.of(
                    "username",
                    "inverse",
                    "email",
                    "inverse@example.org",
                    "fullName",
                    "I",
                    "registeredAt",
                    Instant.EPOCH));

            assertThat(shop.silently(() -> user.related("profile", Profile.class)))
                    .isEmpty();
            assertThat(users.deleteById(user.getId())).isTrue();
        }
    }
}
