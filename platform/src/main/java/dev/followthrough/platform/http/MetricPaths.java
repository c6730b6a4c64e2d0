package dev.followthrough.platform.http;

import dev.followthrough.platform.problem.Words;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Metrics of requests name the path's template. Of a request that no operation takes, such as one
 * with another method, they would name the path itself: its ids and secrets are left out.
 */
@Singleton
class MetricPaths implements MeterFilter {

  private static final String URI = "uri";
  private static final Pattern ID =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

  @Override
  public Meter.Id map(Meter.Id meter) {
    var path = meter.getTag(URI);
    return path == null || path.indexOf('/') < 0
        ? meter
        : meter.replaceTags(meter.getTags().stream().map(MetricPaths::shown).toList());
  }

  private static Tag shown(Tag tag) {
    return tag.getKey().equals(URI)
        ? Tag.of(URI, ID.matcher(Words.path(tag.getValue())).replaceAll("{id}"))
        : tag;
  }
}
