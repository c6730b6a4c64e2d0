package dev.followthrough.contacts.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** How the owner and a contact came to know each other. */
record Origin(
    @NotNull OriginKind kind,
    LocalDate when,
    @Size(max = 200) String place,
    @Size(max = 200) String introducedBy,
    @Size(max = 2000) String talkedAbout) {

  enum OriginKind {
    @JsonProperty("event")
    EVENT,
    @JsonProperty("introduction")
    INTRODUCTION,
    @JsonProperty("work")
    WORK,
    @JsonProperty("school")
    SCHOOL,
    @JsonProperty("service")
    SERVICE,
    @JsonProperty("family")
    FAMILY,
    @JsonProperty("friend")
    FRIEND,
    @JsonProperty("online")
    ONLINE,
    @JsonProperty("community")
    COMMUNITY,
    @JsonProperty("other")
    OTHER
  }
}
