/** Text as people search it: without case or accents ("Épilepsie" is found by "epilepsie"). */
export function searchText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
