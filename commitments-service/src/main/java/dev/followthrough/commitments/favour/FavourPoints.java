package dev.followthrough.commitments.favour;

import dev.followthrough.events.FavourSize;

/** What a favour weighs, in points: small 1, medium 3, large 9. Source: product.md C4. */
final class FavourPoints {

  private FavourPoints() {}

  static double of(FavourSize size) {
    return switch (size) {
      case SMALL -> 1;
      case MEDIUM -> 3;
      case LARGE -> 9;
    };
  }
}
