/** The SIREN of a SIRET: the company, whichever of its establishments speaks. A company that moves keeps it. */
export const companyOf = (organisation: string): string => organisation.slice(0, 9);
