// The words of a page, in the language the server has chosen for its reader.

/** Where the page is drawn; what the server has told it along the way stands in its data attributes. */
export const root = document.getElementById('page');
export const language = document.documentElement.lang;
export const words = JSON.parse(root.dataset.words);

/** A text by its key, with values in place of names in braces. */
export function say(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}
