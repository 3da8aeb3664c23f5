/** Letters that no decomposition takes apart, as people type them. */
const typed: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  "’": "'",
  "‘": "'",
};
const letters = new RegExp(`[${Object.keys(typed).join("")}]`, "gu");

/** Text as people search it: without case, accents or ligatures ("Épilepsie" is found by "epilepsie", "Œdème" by "oedeme"). */
export function searchText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(letters, (letter) => typed[letter] ?? letter);
}
