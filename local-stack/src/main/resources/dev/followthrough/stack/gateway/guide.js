// Search over the guides: every word must occur in a section's title or text.
const field = document.getElementById('search');
const found = document.getElementById('found');
let sections;

field.form.hidden = false;
field.addEventListener('input', async () => {
  sections ??= (await fetch('/docs/search.json')).json();
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = words.length === 0 ? [] : (await sections)
    .map((section) => ({ section, title: section.title.toLowerCase(), text: section.text.toLowerCase() }))
    .filter(({ title, text }) => words.every((word) => title.includes(word) || text.includes(word)))
    .sort((a, b) => words.filter((word) => b.title.includes(word)).length - words.filter((word) => a.title.includes(word)).length)
    .slice(0, 8);
  found.replaceChildren(...fits.map(({ section }) => {
    const link = document.createElement('a');
    link.href = section.path;
    link.textContent = section.title;
    const where = document.createElement('span');
    where.textContent = section.page;
    link.append(where);
    const item = document.createElement('li');
    item.append(link);
    return item;
  }));
  document.getElementById('count').textContent = words.length ? `${fits.length} sections found` : '';
});
field.form.addEventListener('submit', (event) => {
  event.preventDefault();
  found.querySelector('a')?.click();
});
