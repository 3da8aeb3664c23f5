import { describe, expect, it } from "vitest";
import { isSiret } from "../../procedures/siret.js";

describe("a SIRET", () => {
  it.each([
    ["73282932000074", "Luhn's key"],
    ["55210055400005", "Luhn's key"],
    ["35600000000048", "the head office of La Poste, by Luhn's key"],
    ["35600000009075", "an establishment of La Poste, by both keys or by its sum"],
    ["35600000049837", "an establishment of La Poste: a sum of digits that is a multiple of five"],
  ])("%s is one: %s", (siret) => {
    expect(isSiret(siret)).toBe(true);
  });

  it.each([
    ["73282932000075", "its key is wrong"],
    ["35600000049836", "of La Poste, whose sum is no multiple of five"],
    ["00000000000000", "nobody, and nowhere"],
    ["00000000000018", "of no company"],
    ["73282932000000", "of no establishment"],
    ["73282933000007", "its own key is right, the company's isn't"],
    ["7328293200007", "thirteen digits"],
    ["732829320000744", "fifteen digits"],
    ["732 829 320 00074", "spaces"],
    ["", "nothing"],
    ["٧٣٢٨٢٩٣٢٠٠٠٠٧٤", "digits of another script"],
  ])("%s isn't: %s", (text) => {
    expect(isSiret(text)).toBe(false);
  });

  it("of another company gains nothing from the sum that La Poste is allowed", () => {
    const sum = (text: string) => [...text].reduce((total, digit) => total + Number(digit), 0);
    expect(sum("73282932000004") % 5).toBe(0);
    expect(isSiret("73282932000004")).toBe(false);
  });
});
