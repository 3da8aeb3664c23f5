/**
 * A text of one line, as parties write names, titles and references: it shows something, and holds neither control nor
 * direction characters, line separators, byte-order marks nor halves of characters, by which what is read isn't what is kept.
 */
export const oneLine =
  /^(?=.*[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+$/u;

/** The same over several lines: tabs, line feeds and carriage returns too, and any direction. */
export const severalLines = /^(?=[\s\S]*[\p{L}\p{N}\p{P}\p{S}])(?:[^\p{Cc}\p{Cs}\ufeff]|[\t\n\r])+$/u;

/** The formats of a text in a body's schema. */
export const textFormats: Readonly<Record<"line" | "text", { readonly shape: RegExp; readonly expected: string }>> = {
  line: { shape: oneLine, expected: "one line that isn't blank, without control or direction characters" },
  text: { shape: severalLines, expected: "a text that isn't blank, without control characters" },
};
