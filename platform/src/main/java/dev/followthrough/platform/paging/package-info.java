/**
 * Lists in pages, by the key of the last item seen rather than by counting, so that the order stays
 * stable while others write.
 *
 * <pre>{@code
 * var rows = Contact.after(page.after(key -> UUID.fromString(key.getFirst())), page.fetch());
 * return answers.ok(page.of(rows, ContactView::of, c -> List.of(c.id.toString())));
 * }</pre>
 */
package dev.followthrough.platform.paging;
