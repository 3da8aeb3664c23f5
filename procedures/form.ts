/** How the filing of a procedure is filled by a person: its pages, in the order of the official form, where there is one. */
export type Form = readonly FilingPage[];

export interface FilingPage {
  readonly title: string;
  /** JSON pointers into the filing: each is shown with all that it holds. */
  readonly fields: readonly string[];
  /** What is to be known before filling it. */
  readonly help?: string;
}
